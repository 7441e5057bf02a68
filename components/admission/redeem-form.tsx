"use client";

import { type FormEvent, useState } from "react";
import type { LinkKind } from "@/lib/domain/link";
import { callApi } from "../api-client";
import { FormError } from "../form/form-error";
import { NewPasswordField } from "../form/new-password-field";
import { useApiForm } from "../form/use-api-form";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { AuthCard } from "./auth-card";
import { signInWithPassword } from "./sign-in-with-password";
import type { SeenLink } from "./use-link";

interface RedeemFormProps {
  secret: string;
  link: SeenLink;
  signedInAs: string | null;
}

const words: Record<LinkKind, { title: string; submit: string }> = {
  setup: { title: "Set up Storeyard", submit: "Create the first account" },
  invitation: { title: "Join Storeyard", submit: "Create your account" },
  password: { title: "Choose a new password", submit: "Save and sign in" },
};

/** Uses a link, and goes straight in. */
export function RedeemForm({ secret, link, signedInAs }: RedeemFormProps) {
  const { form, errors, pending, clearError, refuse, submit } = useApiForm(["email", "password"]);
  const [email, setEmail] = useState(link.email ?? "");
  const [password, setPassword] = useState("");

  function redeem(event: FormEvent) {
    event.preventDefault();
    const missing = {
      email: email.trim() === "" ? "Enter your e-mail address." : undefined,
      password: password === "" ? "Choose a password." : undefined,
    };
    if (missing.email || missing.password) return refuse(missing);
    void submit(async () => {
      const admitted = await callApi<{ email: string }>(
        "POST",
        "/api/links/redeem",
        { secret, email: link.email === null ? email.trim() : undefined, password },
        { anonymous: true },
      );
      // The link is used: where signing in fails now, the sign-in page is the way on.
      await signInWithPassword(admitted.email, password);
      window.location.replace("/");
      return "leaving";
    });
  }

  return (
    <AuthCard title={words[link.kind].title} description={describe(link)}>
      <form ref={form} noValidate onSubmit={redeem} className="mt-6 flex flex-col gap-4">
        <FormError>{errors.form}</FormError>
        <Field label="E-mail" error={errors.email}>
          {(control) => (
            <Input
              {...control}
              name="email"
              type="email"
              value={email}
              readOnly={link.email !== null}
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
        <Button type="submit" variant="primary" pending={pending} className="mt-1 h-10 w-full">
          {words[link.kind].submit}
        </Button>
        {signedInAs !== null && signedInAs !== link.email ? (
          <p className="text-center text-[0.8125rem] text-ink-muted leading-5">
            This browser is signed in as {signedInAs} and will be signed in anew.
          </p>
        ) : null}
      </form>
    </AuthCard>
  );
}

function describe({ kind, role }: SeenLink): string {
  if (kind === "setup") return "You become its first admin: you invite others, and see to plans and limits.";
  if (kind === "password") return "You will be signed out everywhere else.";
  return role === "admin"
    ? "You are invited as an admin: you run the installation, and see all stores."
    : "You are invited to open stores of your own and to work on others’.";
}
