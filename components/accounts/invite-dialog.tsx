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

/** Asks who is invited as what, and shows the link to pass on, once. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const router = useRouter();
  const { form, errors, pending, clearError, refuse, submit } = useApiForm(["email", "role"]);
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("member");
  const [link, setLink] = useState<string | null>(null);

  function invite() {
    if (email.trim() === "") return refuse({ email: "Say whom to invite: their e-mail address." });
    void submit(async () => {
      const made = await callApi<{ link: string }>("POST", "/api/invitations", { email: email.trim(), role });
      setLink(made.link);
      router.refresh();
    });
  }

  if (link !== null) {
    return (
      <LinkDialog title={`The invitation for ${email.trim()}`} link={link} onClose={onClose}>
        Pass it on to them alone; nothing is mailed. It works for seven days, once.
      </LinkDialog>
    );
  }
  return (
    <FormDialog
      title="Invite somebody"
      description="You get a link to pass on, by which they choose their password."
      form={form}
      failure={errors.form}
      pending={pending}
      submit="Make invitation"
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
