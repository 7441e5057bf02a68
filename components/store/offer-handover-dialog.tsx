"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { callApi } from "../api-client";
import { FormDialog } from "../form/form-dialog";
import { useApiForm } from "../form/use-api-form";
import { Field } from "../ui/field";
import { Input } from "../ui/input";

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
      <Field label="E-mail of the new owner" error={errors.email}>
        {(control) => (
          <Input
            {...control}
            name="email"
            type="email"
            value={email}
            autoFocus
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            placeholder="ann@example.com"
            onChange={(event) => {
              setEmail(event.target.value);
              clearError("email");
            }}
          />
        )}
      </Field>
    </FormDialog>
  );
}
