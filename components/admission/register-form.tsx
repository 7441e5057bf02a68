"use client";

import { type FormEvent, useState } from "react";
import { callApi } from "../api-client";
import { FormError } from "../form/form-error";
import { NewPasswordField } from "../form/new-password-field";
import { useApiForm } from "../form/use-api-form";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { signInWithPassword } from "./sign-in-with-password";

/** Makes an account where the installation is open to all, and goes straight in. */
export function RegisterForm() {
  const { form, errors, pending, clearError, refuse, submit } = useApiForm(["email", "password"]);
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");

  function register(event: FormEvent) {
    event.preventDefault();
    const missing = {
      email: email.trim() === "" ? "Enter your e-mail address." : undefined,
      password: password === "" ? "Choose a password." : undefined,
    };
    if (missing.email || missing.password) return refuse(missing);
    void submit(async () => {
      await callApi("POST", "/api/register", { email: email.trim(), password }, { anonymous: true });
      // The account is made: where signing in fails now, the sign-in page is the way on.
      await signInWithPassword(email, password);
      window.location.assign("/");
      return "leaving";
    });
  }

  return (
    <form ref={form} noValidate onSubmit={register} className="mt-6 flex flex-col gap-4">
      <FormError>{errors.form}</FormError>
      <Field label="E-mail" error={errors.email}>
        {(control) => (
          <Input
            {...control}
            name="email"
            type="email"
            value={email}
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
        Create your account
      </Button>
    </form>
  );
}
