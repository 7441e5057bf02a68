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
    if (email.trim() === "") return refuse({ email: "Enter the e-mail address of the new owner." });
    void submit(async () => {
      const made = await offer(email.trim());
      onClose();
      onOffered(made);
    });
  }

  return (
    <FormDialog
      title={`Hand over ${title}`}
      description="They see the offer on their Stores page and can accept it within 14 days. Other members keep their access. You lose yours."
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
