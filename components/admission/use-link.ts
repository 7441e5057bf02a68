"use client";

import { useEffect, useState } from "react";
import type { z } from "zod";
import type { lookUpLink } from "@/lib/http/contract/admission";
import { ApiError, callApi, sentenceOf } from "../api-client";

export type LinkView = z.infer<(typeof lookUpLink)["answers"][200]["schema"]>;

export type FoundLink =
  | { state: "looking" }
  | { state: "open"; secret: string; link: LinkView }
  /** It does not work; `tryAgain` where that may be the network's fault. */
  | { state: "closed"; sentence: string; tryAgain: boolean };

/** What the link that was opened is for. Its secret stands in the fragment, which no server sees unless asked like this. */
export function useLink(): FoundLink {
  const [found, setFound] = useState<FoundLink>({ state: "looking" });

  useEffect(() => {
    const secret = window.location.hash.slice(1);
    if (secret === "") {
      const sentence =
        "The link is not complete. Open it again as it was given to you, to its last character.";
      return setFound({ state: "closed", sentence, tryAgain: false });
    }
    let left = false;
    callApi<LinkView>("POST", "/api/links/look-up", { secret }, { anonymous: true }).then(
      (link) => left || setFound({ state: "open", secret, link }),
      (error) => {
        const gone = error instanceof ApiError && ["not_found", "invalid"].includes(error.problem.code);
        if (!left) setFound({ state: "closed", sentence: sentenceOf(error), tryAgain: !gone });
      },
    );
    return () => {
      left = true;
    };
  }, []);

  return found;
}
