"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { callApi } from "../api-client";
import { AccountEmailField } from "../form/account-email-field";
import { FormDialog } from "../form/form-dialog";
import { useApiForm } from "../form/use-api-form";

interface OfferHandoverDialogProps {
  store: string;
  title: string;
  onClose: () => void;
}

export function OfferHandoverDialog({ store, title, onClose }: OfferHandoverDialogProps) {
  const router = useRouter();
  const { form, errors, pending, clearError, refuse, submit } = useApiForm(["email"]);
  const [email, setEmail] = useState("");

  function offer() {
    if (email.trim() === "") return refuse({ email: "Say who gets it: their e-mail address." });
    void submit(async () => {
      await callApi("POST", `/api/stores/${store}/handover`, { email: email.trim() });
      toast.success(`${title} is offered to ${email.trim()}.`);
      onClose();
      router.refresh();
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
      onSubmit={offer}
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
