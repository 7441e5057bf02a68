"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { notifyDone } from "@/components/form/notify-done";
import { callApi } from "../api-client";
import { AccountEmailField } from "../form/account-email-field";
import { FormDialog } from "../form/form-dialog";
import { RadioList } from "../form/radio-list";
import { useApiForm } from "../form/use-api-form";
import { storeRoleLabels, storeRoleMeanings } from "./store-role-label";

const roles = ["viewer", "manager"] as const;

export function AddMemberDialog({ store, onClose }: { store: string; onClose: () => void }) {
  const router = useRouter();
  const { form, errors, pending, clearError, refuse, submit } = useApiForm(["email", "role"]);
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<(typeof roles)[number]>("viewer");

  function add() {
    if (email.trim() === "") return refuse({ email: "Enter the e-mail address of the person to add." });
    void submit(async () => {
      await callApi("POST", `/api/stores/${store}/members`, { email: email.trim(), role });
      notifyDone(`${email.trim()} added.`);
      onClose();
      router.refresh();
    });
  }

  return (
    <FormDialog
      title="Add a member"
      description="The person needs an account on this installation."
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
