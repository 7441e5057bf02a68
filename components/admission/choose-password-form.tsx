"use client";

import { type FormEvent, type ReactNode, useState } from "react";
import { FormError } from "../form/form-error";
import { NewPasswordField } from "../form/new-password-field";
import { SubmitButton } from "../form/submit-button";
import { useApiForm } from "../form/use-api-form";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { signInWithPassword } from "./sign-in-with-password";

interface ChoosePasswordFormProps {
  /** Whose password it is, where that is settled; else they say so. */
  email?: string;
  /** What the button says. */
  submit: string;
  /** Makes the account, or changes it; answers the address that can sign in from then on. */
  send: (email: string, password: string) => Promise<string>;
  /** Said below the button. */
  children?: ReactNode;
}

/** Asks who somebody is and which password they choose, and goes straight in. */
export function ChoosePasswordForm({
  email: settled,
  submit: label,
  send,
  children,
}: ChoosePasswordFormProps) {
  const { form, errors, pending, clearError, refuse, submit } = useApiForm(["email", "password"]);
  const [email, setEmail] = useState(settled ?? "");
  const [password, setPassword] = useState("");

  function choose(event: FormEvent) {
    event.preventDefault();
    const missing = {
      email: email.trim() === "" ? "Enter your e-mail address." : undefined,
      password: password === "" ? "Choose a password." : undefined,
    };
    if (missing.email || missing.password) return refuse(missing);
    void submit(async () => {
      const admitted = await send(email.trim(), password);
      // It is done: where signing in fails now, the sign-in page is the way on.
      await signInWithPassword(admitted, password);
      window.location.replace("/");
      return "leaving";
    });
  }

  return (
    <form ref={form} noValidate onSubmit={choose} className="mt-6 flex flex-col gap-4">
      <FormError>{errors.form}</FormError>
      <Field label="E-mail" error={errors.email}>
        {(control) => (
          <Input
            {...control}
            name="email"
            type="email"
            value={email}
            readOnly={settled !== undefined}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            onChange={(event) => {
              setEmail(event.target.value);
              clearError("email");
            }}
          />
        )}
      </Field>
      <NewPasswordField
        name="password"
        value={password}
        email={email}
        error={errors.password}
        onChange={(value) => {
          setPassword(value);
          clearError("password");
        }}
      />
      <SubmitButton pending={pending} className="mt-1 h-10 w-full">
        {label}
      </SubmitButton>
      {children}
    </form>
  );
}
