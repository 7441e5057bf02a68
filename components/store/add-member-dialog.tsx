"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { callApi } from "../api-client";
import { AccountEmailField } from "../form/account-email-field";
import { FormDialog } from "../form/form-dialog";
import { RadioList } from "../form/radio-list";
import { tellDone } from "../form/tell-done";
import { useApiForm } from "../form/use-api-form";
import { storeRoleLabels, storeRoleMeanings } from "./store-role-label";

const roles = ["viewer", "manager"] as const;

export function AddMemberDialog({ store, onClose }: { store: string; onClose: () => void }) {
  const router = useRouter();
  const { form, errors, pending, clearError, refuse, submit } = useApiForm(["email", "role"]);
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<(typeof roles)[number]>("viewer");

  function add() {
    if (email.trim() === "") return refuse({ email: "Say whom to add: their e-mail address." });
    void submit(async () => {
      await callApi("POST", `/api/stores/${store}/members`, { email: email.trim(), role });
      tellDone(`${email.trim()} is in.`);
      onClose();
      router.refresh();
    });
  }

  return (
    <FormDialog
      title="Add a member"
      description="Somebody who has an account here."
      form={form}
      failure={errors.form}
      pending={pending}
      submit="Add member"
      onSubmit={add}
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
        choices={roles.map((value) => ({
          value,
          label: storeRoleLabels[value],
          meaning: storeRoleMeanings[value],
        }))}
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
