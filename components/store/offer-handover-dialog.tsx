"use client";

import type { HandoverResource } from "@/lib/http/resources/member-resource";
import { AccountDialog } from "../form/account-dialog";

interface OfferHandoverDialogProps {
  title: string;
  offer: (email: string) => Promise<HandoverResource>;
  onOffered: (made: HandoverResource) => void;
  onClose: () => void;
}

/** Offers the store to another account. */
export function OfferHandoverDialog({ title, offer, onOffered, onClose }: OfferHandoverDialogProps) {
  async function send(email: string) {
    const made = await offer(email);
    onClose();
    onOffered(made);
  }

  return (
    <AccountDialog
      title={`Hand over ${title}`}
      description="They see the offer on their Stores page and can accept it within 14 days. Other members keep their access. You lose yours: sessions, the password, application passwords and API keys of the shop’s owner account end. Other accounts that exist in the shop stay: remove them there first."
      label="E-mail of the new owner"
      missingEmail="Enter the e-mail address of the new owner."
      submit="Offer store"
      send={send}
      onClose={onClose}
    />
  );
}
