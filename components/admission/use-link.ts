"use client";

import { useEffect, useState } from "react";
import type { z } from "zod";
import type { lookUpLink } from "@/lib/http/contract/admission";
import { ApiError, callApi, sentenceOf } from "../api-client";

export type LinkView = z.infer<(typeof lookUpLink)["answers"][200]["schema"]>;

export type FoundLink =
  | { state: "looking" }
  | { state: "open"; secret: string; link: LinkView }
  /** The link can't be used. `tryAgain`: the network or the server may be the reason. */
  | { state: "closed"; sentence: string; tryAgain: boolean };

/** Looks up the opened link. Its secret is in the URL's fragment, which browsers never send: it is posted instead. */
export function useLink(): FoundLink {
  const [found, setFound] = useState<FoundLink>({ state: "looking" });

  useEffect(() => {
    const secret = window.location.hash.slice(1);
    if (secret === "") {
      const sentence = "The link is incomplete. Copy the whole link and open it again.";
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
