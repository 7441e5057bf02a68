"use client";

import { useState } from "react";
import { useStore } from "@/components/current-store/store-context";
import type { HandoverResource } from "@/lib/http/resources/member-resource";
import { callApi } from "../api-client";
import { useChange } from "../form/use-change";
import { Day } from "../live/day";
import { Button } from "../ui/button";
import { Card, CardHeader } from "../ui/card";
import { lazyPart } from "../ui/lazy-part";

const OfferHandoverDialog = lazyPart(() =>
  import("./offer-handover-dialog").then((module) => module.OfferHandoverDialog),
);

const expectOffer = (_: HandoverResource | null, to: HandoverResource | null) => to;

/** Offers the store to another account, or shows the open offer. */
export function HandoverCard({ handover: initial }: { handover: HandoverResource | null }) {
  const { store } = useStore();
  const { shown: handover, change } = useChange(initial, expectOffer);
  const [dialogOpen, setDialogOpen] = useState(false);
  const path = `/api/stores/${store.name}/handover`;
  const offer = (email: string) => callApi<HandoverResource>("POST", path, { email });
  const withdraw = () => callApi("DELETE", path);

  /** The dialog has already sent the offer, so that an error appears at its field. */
  function onOffered(made: HandoverResource) {
    change(made, async () => {}, {
      message: `Store offered to ${made.to}.`,
      undo: { to: null, call: withdraw, message: "Offer withdrawn." },
    });
  }

  function withdrawOffer(open: HandoverResource) {
    change(null, withdraw, {
      message: "Offer withdrawn.",
      undo: {
        to: open,
        call: () => offer(open.to),
        message: `Store offered to ${open.to} again, for 14 days.`,
      },
    });
  }

  return (
    <Card aria-labelledby="handover-title">
      <CardHeader id="handover-title" title="Hand over" />
      <div className="flex flex-wrap items-center justify-between gap-4 px-4 py-4 sm:px-5">
        <p className="min-w-0 flex-1 basis-72 break-words text-[0.8125rem] text-ink-muted leading-5">
          {handover ? (
            <>
              Offered to <strong className="font-medium text-ink">{handover.to}</strong>. You own the store
              until they accept. The offer expires <Day at={handover.expiresAt} />.
            </>
          ) : (
            "Transfer this store to another account. When they accept, they own it and you lose access."
          )}
        </p>
        {handover ? (
          <Button onClick={() => withdrawOffer(handover)}>Withdraw offer</Button>
        ) : (
          <Button onPointerEnter={OfferHandoverDialog.preload} onClick={() => setDialogOpen(true)}>
            Hand over…
          </Button>
        )}
      </div>
      {dialogOpen ? (
        <OfferHandoverDialog
          title={store.config.title}
          offer={offer}
          onOffered={onOffered}
          onClose={() => setDialogOpen(false)}
        />
      ) : null}
    </Card>
  );
}
