"use client";

import { useState } from "react";
import type { HandoverResource } from "@/lib/http/resources/member-resource";
import { AccountEmailField } from "../form/account-email-field";
import { FormDialog } from "../form/form-dialog";
import { useApiForm } from "../form/use-api-form";

interface OfferHandoverDialogProps {
  title: string;
  offer: (email: string) => Promise<HandoverResource>;
  onOffered: (made: HandoverResource) => void;
  onClose: () => void;
}

export function OfferHandoverDialog({ title, offer, onOffered, onClose }: OfferHandoverDialogProps) {
  const { form, errors, pending, clearError, refuse, submit } = useApiForm(["email"]);
  const [email, setEmail] = useState("");

  function send() {
    if (email.trim() === "") return refuse({ email: "Say who gets it: their e-mail address." });
    void submit(async () => {
      const made = await offer(email.trim());
      onClose();
      onOffered(made);
    });
  }

  return (
    <FormDialog
      title={`Hand ${title} over`}
      description="They find the offer on their page of stores and have 14 days to accept it. Its other members stay; the owner of before loses all access."
      form={form}
      failure={errors.form}
      pending={pending}
      submit="Offer store"
      onSubmit={send}
      onClose={onClose}
    >
      <AccountEmailField
        label="E-mail of the new owner"
        value={email}
        error={errors.email}
        onChange={(value) => {
          setEmail(value);
          clearError("email");
        }}
      />
    </FormDialog>
  );
}
