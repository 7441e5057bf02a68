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
  /** The account's e-mail address if it is fixed; otherwise the form asks for it. */
  email?: string;
  /** The button's label. */
  submit: string;
  /** Creates or changes the account. Resolves to the e-mail address to sign in with. */
  send: (email: string, password: string) => Promise<string>;
  /** The page to open afterwards. */
  callbackPath?: string;
  /** Shown below the button. */
  children?: ReactNode;
}

/** Asks for an e-mail address and a new password, then signs in. */
export function ChoosePasswordForm({
  email: fixedEmail,
  submit: label,
  send,
  callbackPath = "/",
  children,
}: ChoosePasswordFormProps) {
  const { form, errors, pending, clearError, refuse, submit } = useApiForm(["email", "password"]);
  const [email, setEmail] = useState(fixedEmail ?? "");
  const [password, setPassword] = useState("");

  function choose(event: FormEvent) {
    event.preventDefault();
    const missing = {
      email: email.trim() === "" ? "Enter your e-mail address." : undefined,
      password: password === "" ? "Choose a password." : undefined,
    };
    if (missing.email || missing.password) return refuse(missing);
    void submit(async () => {
      const signInEmail = await send(email.trim(), password);
      // The password is saved. If signing in fails now, the page redirects to the sign-in page.
      await signInWithPassword(signInEmail, password);
      window.location.replace(callbackPath);
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
            readOnly={fixedEmail !== undefined}
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
