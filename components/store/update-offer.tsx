"use client";

import { CircleArrowUp } from "lucide-react";
import { useState } from "react";
import { describeUpdate } from "@/lib/domain/image-update";
import type { StoreResource } from "@/lib/http/resources/store-resource";
import { callApi } from "../api-client";
import { LazyConfirmDialog } from "../form/lazy-confirm-dialog";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { useStore } from "./store-context";

interface UpdateOfferProps {
  update: NonNullable<StoreResource["update"]>;
}

/** That there is an update for the store, and the button that does it. */
export function UpdateOffer({ update: offer }: UpdateOfferProps) {
  const { store, can, change } = useStore();
  const [asked, setAsked] = useState(false);
  const news = describeUpdate(offer.versions, store.versions);

  async function update() {
    setAsked(false);
    change({ update: null }, () => callApi<StoreResource>("POST", `/api/stores/${store.name}/update`));
  }

  return (
    <>
      <Callout
        tone="info"
        title={`An update is there: ${news}`}
        role="region"
        aria-label="Update"
        actions={
          can.includes("operate") ? (
            <Button
              size="sm"
              variant="primary"
              onPointerEnter={LazyConfirmDialog.preload}
              onClick={() => setAsked(true)}
            >
              <CircleArrowUp aria-hidden="true" />
              Update…
            </Button>
          ) : null
        }
      >
        The store stays as it is until somebody updates it.
      </Callout>
      {asked ? (
        <LazyConfirmDialog
          title={`Update ${store.name}?`}
          description={
            <>
              {capitalize(news)}. The shop restarts and does not answer for a moment, up to a few minutes
              where its database has to be brought along. Then a test order is placed, as when it was made. If
              it does not become ready, it goes back to what it runs now where its data allows, and says why.
              Orders, products and files stay.
            </>
          }
          confirm="Update store"
          cancel="Not now"
          action={update}
          onClose={() => setAsked(false)}
        />
      ) : null}
    </>
  );
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
