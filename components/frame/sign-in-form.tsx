"use client";

import { signIn } from "next-auth/react";
import { type FormEvent, useRef, useState } from "react";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { Field } from "../ui/field";
import { Input } from "../ui/input";

interface Errors {
  email?: string;
  password?: string;
  form?: string;
}

interface SignInFormProps {
  callbackPath: string;
  /** Why the way in that was tried before led back here. */
  failure: string | null;
}

export function SignInForm({ callbackPath, failure }: SignInFormProps) {
  const [errors, setErrors] = useState<Errors>(failure === null ? {} : { form: failure });
  const [pending, setPending] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const data = new FormData(event.currentTarget);
    const email = String(data.get("email")).trim();
    const password = String(data.get("password"));
    const missing: Errors = {};
    if (email === "") missing.email = "Enter your e-mail address.";
    if (password === "") missing.password = "Enter your password.";
    setErrors(missing);
    const wrong = missing.email ? "email" : missing.password ? "password" : null;
    if (wrong) return focusField(wrong);

    setPending(true);
    const refusal = await attempt(email, password);
    if (refusal === null) return window.location.assign(callbackPath);
    setErrors({ form: refusal });
    setPending(false);
    focusField("password");
  }

  function focusField(name: string) {
    form.current?.querySelector<HTMLInputElement>(`[name="${name}"]`)?.focus();
  }

  return (
    <form ref={form} noValidate onSubmit={submit} className="mt-6 flex flex-col gap-4">
      <div role="alert" className="empty:hidden">
        {errors.form ? <Callout tone="bad" title={errors.form} /> : null}
      </div>
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
      <Button type="submit" variant="primary" pending={pending} className="mt-1 h-10 w-full">
        Sign in
      </Button>
    </form>
  );
}

/** What went wrong, or null. Which of the two was wrong is not said. */
async function attempt(email: string, password: string): Promise<string | null> {
  try {
    const result = await signIn("credentials", { email, password, redirect: false });
    if (result?.ok) return null;
    if (result?.error === "CredentialsSignin") return "E-mail or password is wrong.";
    // Counted out: the server says when to come back.
    if (result?.error && (result.status === 429 || result.status === 503)) return result.error;
  } catch {
    return "Storeyard can’t be reached. Check your connection and try again.";
  }
  return "Signing in did not work. Try again in a moment.";
}
