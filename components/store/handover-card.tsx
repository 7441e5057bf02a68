"use client";

import { useState } from "react";
import type { HandoverResource } from "@/lib/http/resources/member-resource";
import { callApi } from "../api-client";
import { useChange } from "../form/use-change";
import { Day } from "../live/day";
import { Button } from "../ui/button";
import { Card, CardHeader } from "../ui/card";
import { lazyPart } from "../ui/lazy-part";
import { useStore } from "./store-context";

const OfferHandoverDialog = lazyPart(() =>
  import("./offer-handover-dialog").then((module) => module.OfferHandoverDialog),
);

const expectOffer = (_: HandoverResource | null, to: HandoverResource | null) => to;

/** Gives the store to another account, or shows the offer that waits for its answer. */
export function HandoverCard({ handover: initial }: { handover: HandoverResource | null }) {
  const { store } = useStore();
  const { shown: handover, change } = useChange(initial, expectOffer);
  const [asked, setAsked] = useState(false);
  const path = `/api/stores/${store.name}/handover`;
  const offer = (email: string) => callApi<HandoverResource>("POST", path, { email });
  const withdraw = () => callApi("DELETE", path);

  /** The form has made the offer already: whom it is made to may be refused at its field. */
  function onOffered(made: HandoverResource) {
    change(made, async () => {}, {
      said: "It is theirs to answer now.",
      undo: { to: null, call: withdraw, said: "They can’t accept it any more." },
    });
  }

  function takeBack(open: HandoverResource) {
    change(null, withdraw, {
      said: "They can’t accept it any more.",
      undo: { to: open, call: () => offer(open.to), said: "It is theirs to answer again, for 14 days." },
    });
  }

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
          <Button onClick={() => takeBack(handover)}>Take the offer back</Button>
        ) : (
          <Button onPointerEnter={OfferHandoverDialog.preload} onClick={() => setAsked(true)}>
            Hand over…
          </Button>
        )}
      </div>
      {asked ? (
        <OfferHandoverDialog
          title={store.config.title}
          offer={offer}
          onOffered={onOffered}
          onClose={() => setAsked(false)}
        />
      ) : null}
    </Card>
  );
}
