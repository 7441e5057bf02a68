"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { callApi } from "../api-client";
import { FormError } from "../form/form-error";
import { NewPasswordField } from "../form/new-password-field";
import { PasswordInput } from "../form/password-input";
import { SubmitButton } from "../form/submit-button";
import { useApiForm } from "../form/use-api-form";
import { Card, CardHeader } from "../ui/card";
import { Field } from "../ui/field";

/** Changes the password, or sets the first one for an account that signs in with a provider only. */
export function PasswordCard({ email, hasPassword }: { email: string; hasPassword: boolean }) {
  const router = useRouter();
  const { form, errors, pending, clearError, refuse, submit } = useApiForm([
    "currentPassword",
    "newPassword",
  ]);
  const [currentPassword, setCurrent] = useState("");
  const [newPassword, setNew] = useState("");

  function change(event: FormEvent) {
    event.preventDefault();
    const missing = {
      currentPassword: hasPassword && currentPassword === "" ? "Enter your current password." : undefined,
      newPassword: newPassword === "" ? "Choose a new password." : undefined,
    };
    if (missing.currentPassword || missing.newPassword) return refuse(missing);
    void submit(async () => {
      await callApi("POST", "/api/me/password", {
        currentPassword: hasPassword ? currentPassword : undefined,
        newPassword,
      });
      setCurrent("");
      setNew("");
      toast.success(hasPassword ? "Password changed. Your other sessions are signed out." : "Password set.");
      router.refresh();
    });
  }

  return (
    <Card aria-labelledby="password-title" className="overflow-hidden">
      <CardHeader
        id="password-title"
        title={hasPassword ? "Change password" : "Set a password"}
        description={
          hasPassword
            ? "Changing it signs out all your other sessions."
            : "You sign in with a provider. A password lets you sign in without it."
        }
      />
      <form ref={form} noValidate onSubmit={change} aria-labelledby="password-title">
        <div className="flex flex-col gap-4 p-4 sm:p-5">
          <FormError>{errors.form}</FormError>
          {/* Tells password managers which account the password belongs to. */}
          <input type="hidden" autoComplete="username" name="username" value={email} />
          {hasPassword ? (
            <Field label="Current password" error={errors.currentPassword}>
              {(control) => (
                <PasswordInput
                  {...control}
                  name="currentPassword"
                  value={currentPassword}
                  autoComplete="current-password"
                  onChange={(event) => {
                    setCurrent(event.target.value);
                    clearError("currentPassword");
                  }}
                />
              )}
            </Field>
          ) : null}
          <NewPasswordField
            name="newPassword"
            label="New password"
            value={newPassword}
            email={email}
            error={errors.newPassword}
            onChange={(value) => {
              setNew(value);
              clearError("newPassword");
            }}
          />
        </div>
        <footer className="flex justify-end border-line border-t bg-sunken/60 px-4 py-3 sm:px-5">
          <SubmitButton pending={pending}>{hasPassword ? "Change password" : "Set password"}</SubmitButton>
        </footer>
      </form>
    </Card>
  );
}
