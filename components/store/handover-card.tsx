"use client";

import { useState } from "react";
import type { HandoverResource } from "@/lib/http/member-resource";
import { callApi } from "../api-client";
import { useAction } from "../form/use-action";
import { Day } from "../live/day";
import { Button } from "../ui/button";
import { Card, CardHeader } from "../ui/card";
import { lazyPart } from "../ui/lazy-part";
import { useStore } from "./store-context";

const OfferHandoverDialog = lazyPart(() =>
  import("./offer-handover-dialog").then((module) => module.OfferHandoverDialog),
);

/** Gives the store to another account, or shows the offer that waits for its answer. */
export function HandoverCard({ handover }: { handover: HandoverResource | null }) {
  const { store } = useStore();
  const { pending, act } = useAction();
  const [asked, setAsked] = useState(false);
  return (
    <Card aria-labelledby="handover-title">
      <CardHeader id="handover-title" title="Hand over" />
      <div className="flex flex-wrap items-center justify-between gap-4 px-4 py-4 sm:px-5">
        <p className="min-w-0 flex-1 basis-72 break-words text-[0.8125rem] text-ink-muted leading-5">
          {handover ? (
            <>
              Offered to <strong className="font-medium text-ink">{handover.to}</strong>, who can accept it
              until <Day at={handover.expiresAt} />. Till then nothing changes.
            </>
          ) : (
            "Give this store to another account. Once they accept, it is theirs, and its owner of before sees it no more."
          )}
        </p>
        {handover ? (
          <Button
            pending={pending}
            onClick={() =>
              act(() => callApi("DELETE", `/api/stores/${store.name}/handover`), "The offer is taken back.")
            }
          >
            Take the offer back
          </Button>
        ) : (
          <Button onPointerEnter={OfferHandoverDialog.preload} onClick={() => setAsked(true)}>
            Hand over…
          </Button>
        )}
      </div>
      {asked ? (
        <OfferHandoverDialog store={store.name} title={store.config.title} onClose={() => setAsked(false)} />
      ) : null}
    </Card>
  );
}
