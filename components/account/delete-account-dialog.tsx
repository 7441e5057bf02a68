"use client";

import { useState } from "react";
import { callApi } from "../api-client";
import { ConfirmTextField } from "../form/confirm-text-field";
import { FormDialog } from "../form/form-dialog";
import { PasswordInput } from "../form/password-input";
import { useApiForm } from "../form/use-api-form";
import { Field } from "../ui/field";

interface DeleteAccountDialogProps {
  email: string;
  hasPassword: boolean;
  onClose: () => void;
}

export function DeleteAccountDialog({ email, hasPassword, onClose }: DeleteAccountDialogProps) {
  const { form, errors, pending, clearError, refuse, submit } = useApiForm(["password"]);
  const [typed, setTyped] = useState("");
  const [password, setPassword] = useState("");

  function remove() {
    if (hasPassword && password === "") return refuse({ password: "Enter your password." });
    void submit(async () => {
      await callApi("DELETE", "/api/me", hasPassword ? { password } : {});
      window.location.assign("/sign-in");
      return "leaving";
    });
  }

  return (
    <FormDialog
      title="Delete your account?"
      description="This signs you out everywhere, revokes your API tokens and deletes the account. It can’t be undone."
      form={form}
      failure={errors.form}
      pending={pending}
      submit="Delete account"
      cancel="Cancel"
      danger
      disabled={typed !== email}
      onSubmit={remove}
      onClose={onClose}
    >
      <ConfirmTextField expected={email} value={typed} onChange={setTyped} />
      {hasPassword ? (
        <Field label="Password" error={errors.password}>
          {(control) => (
            <PasswordInput
              {...control}
              name="password"
              value={password}
              autoComplete="current-password"
              onChange={(event) => {
                setPassword(event.target.value);
                clearError("password");
              }}
            />
          )}
        </Field>
      ) : null}
    </FormDialog>
  );
}
