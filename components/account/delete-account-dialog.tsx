"use client";

import { useState } from "react";
import { callApi } from "../api-client";
import { FormDialog } from "../form/form-dialog";
import { PasswordInput } from "../form/password-input";
import { useApiForm } from "../form/use-api-form";
import { Field } from "../ui/field";
import { Input } from "../ui/input";

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
      <Field
        label={
          <>
            Type <strong className="wrap-anywhere font-semibold">{email}</strong> to confirm
          </>
        }
      >
        {(control) => (
          <Input
            {...control}
            value={typed}
            autoFocus
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      {hasPassword ? (
        <Field label="Password" error={errors.password}>
          {(control) => (
            <PasswordInput
              {...control}
              name="password"
              value={password}
              autoComplete="current-password"
              maxLength={256}
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
