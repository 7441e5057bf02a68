"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { type Role, roles } from "@/lib/domain/actor";
import { roleLabels, roleMeanings } from "../account/role-label";
import { callApi } from "../api-client";
import { AccountEmailField } from "../form/account-email-field";
import { FormDialog } from "../form/form-dialog";
import { RadioList } from "../form/radio-list";
import { useApiForm } from "../form/use-api-form";
import { LinkDialog } from "./link-dialog";

/** Creates an invitation and shows its link once. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const router = useRouter();
  const { form, errors, pending, clearError, refuse, submit } = useApiForm(["email", "role"]);
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("member");
  const [link, setLink] = useState<string | null>(null);

  function invite() {
    if (email.trim() === "") return refuse({ email: "Enter the e-mail address of the person to invite." });
    void submit(async () => {
      const made = await callApi<{ link: string }>("POST", "/api/invitations", { email: email.trim(), role });
      setLink(made.link);
      router.refresh();
    });
  }

  if (link !== null) {
    return (
      <LinkDialog title={`Invitation for ${email.trim()}`} link={link} onClose={onClose}>
        Send it to this person only: Storeyard sends no mail. It works once, for 7 days.
      </LinkDialog>
    );
  }
  return (
    <FormDialog
      title="Invite somebody"
      description="You get a link to send to them. They use it to create their account."
      form={form}
      failure={errors.form}
      pending={pending}
      submit="Create invitation"
      onSubmit={invite}
      onClose={onClose}
    >
      <AccountEmailField
        label="E-mail"
        value={email}
        error={errors.email}
        onChange={(value) => {
          setEmail(value);
          clearError("email");
        }}
      />
      <RadioList
        legend="Role"
        name="role"
        choices={roles.map((value) => ({ value, label: roleLabels[value], meaning: roleMeanings[value] }))}
        value={role}
        error={errors.role}
        onChange={(value) => {
          setRole(value);
          clearError("role");
        }}
      />
    </FormDialog>
  );
}
