"use client";

import type { FormEvent } from "react";
import { FormError } from "../form/form-error";
import { SubmitButton } from "../form/submit-button";
import { useApiForm } from "../form/use-api-form";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { signInWithPassword } from "./sign-in-with-password";

interface SignInFormProps {
  callbackPath: string;
  /** Why the previous attempt, e.g. with a provider, failed. */
  failure: string | null;
}

export function SignInForm({ callbackPath, failure }: SignInFormProps) {
  const { form, errors, pending, refuse, submit } = useApiForm(["email", "password"]);

  function enter(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const email = String(data.get("email")).trim();
    const password = String(data.get("password"));
    const missing = {
      email: email === "" ? "Enter your e-mail address." : undefined,
      password: password === "" ? "Enter your password." : undefined,
    };
    if (missing.email || missing.password) return refuse(missing);
    void submit(async () => {
      const refusal = await signInWithPassword(email, password);
      if (refusal !== null) {
        form.current?.querySelector<HTMLInputElement>("[name=password]")?.focus();
        return refuse({ form: refusal });
      }
      window.location.assign(callbackPath);
      return "leaving";
    });
  }

  return (
    <form ref={form} noValidate onSubmit={enter} className="mt-6 flex flex-col gap-4">
      <FormError>{errors.form ?? (pending || failure === null ? undefined : failure)}</FormError>
      <Field label="E-mail" error={errors.email}>
        {(control) => (
          <Input
            {...control}
            name="email"
            type="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
          />
        )}
      </Field>
      <Field label="Password" error={errors.password}>
        {(control) => <Input {...control} name="password" type="password" autoComplete="current-password" />}
      </Field>
      <SubmitButton pending={pending} className="mt-1 h-10 w-full">
        Sign in
      </SubmitButton>
    </form>
  );
}
