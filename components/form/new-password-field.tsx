"use client";

import { Check, Dot } from "lucide-react";
import { Field } from "../ui/field";
import { PasswordInput } from "./password-input";
import { passwordRules } from "./password-rules";

interface NewPasswordFieldProps {
  name: string;
  label?: string;
  value: string;
  /** The account's e-mail address: the password must differ from it. */
  email: string;
  error?: string;
  onChange: (password: string) => void;
}

/** A field for a new password, with its rules. Met rules are ticked while typing. */
export function NewPasswordField({ name, label, value, email, error, onChange }: NewPasswordFieldProps) {
  return (
    <div className="flex flex-col gap-2.5">
      <Field label={label ?? "Password"} error={error}>
        {(control) => (
          <PasswordInput
            {...control}
            name={name}
            value={value}
            autoComplete="new-password"
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
      <ul aria-label="Password rules" className="flex flex-col gap-1 text-[0.8125rem] leading-5">
        {passwordRules(value, email).map((rule) => (
          <li
            key={rule.label}
            className={`flex items-center gap-1.5 ${rule.met ? "text-good" : "text-ink-muted"}`}
          >
            {rule.met ? (
              <Check aria-hidden="true" className="size-4 shrink-0" />
            ) : (
              <Dot aria-hidden="true" className="size-4 shrink-0" />
            )}
            {rule.label}
            {rule.met ? <span className="sr-only">: met</span> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
