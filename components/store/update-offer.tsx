"use client";

import { CircleArrowUp } from "lucide-react";
import { useState } from "react";
import { useStore } from "@/components/current-store/store-context";
import { describeUpdate } from "@/lib/domain/image-update";
import { startSentence } from "@/lib/domain/start-sentence";
import { mainPhrase } from "@/lib/domain/store-part";
import type { StoreResource } from "@/lib/http/resources/store-resource";
import { callApi } from "../api-client";
import { LazyConfirmDialog } from "../form/lazy-confirm-dialog";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";

interface UpdateOfferProps {
  update: NonNullable<StoreResource["update"]>;
}

/** Announces an available update, with the button that installs it. */
export function UpdateOffer({ update: offer }: UpdateOfferProps) {
  const { store, sells, engine, can, change } = useStore();
  const [dialogOpen, setDialogOpen] = useState(false);
  const summary = describeUpdate(offer.versions, store.versions);

  async function update() {
    setDialogOpen(false);
    change({ update: null }, () => callApi<StoreResource>("POST", `/api/stores/${store.name}/update`));
  }

  return (
    <>
      <Callout
        tone="info"
        title={`Update available: ${summary}`}
        role="region"
        aria-label="Update"
        actions={
          can.includes("operate") ? (
            <Button
              size="sm"
              variant="primary"
              onPointerEnter={LazyConfirmDialog.preload}
              onClick={() => setDialogOpen(true)}
            >
              <CircleArrowUp aria-hidden="true" />
              Update…
            </Button>
          ) : null
        }
      >
        Storeyard does not update stores automatically.
      </Callout>
      {dialogOpen ? (
        <LazyConfirmDialog
          title={`Update ${store.name}?`}
          description={
            <>
              {startSentence(summary)}. {startSentence(mainPhrase(engine.parts))} restarts and is unavailable
              for up to a few minutes if its database has to be migrated. Then Storeyard verifies it: “
              {engine.verification}”. If the store does not become ready, Storeyard rolls back to the current
              versions if the data allows it.
              {sells ? "Orders, products and files are kept." : "Content and files are kept."}
            </>
          }
          confirm="Update store"
          cancel="Cancel"
          action={update}
          onClose={() => setDialogOpen(false)}
        />
      ) : null}
    </>
  );
}
