"use client";

import { type ReactNode, useState } from "react";
import { AccountEmailField } from "./account-email-field";
import { FormDialog } from "./form-dialog";
import { RadioList } from "./radio-list";
import { useApiForm } from "./use-api-form";

interface AccountDialogProps<R extends string> {
  title: ReactNode;
  description: ReactNode;
  /** The e-mail field's label. */
  label?: string;
  /** The error without an e-mail address. */
  missingEmail: string;
  /** The choice of a role, if the dialog has one. */
  role?: {
    value: R;
    choices: { value: R; label: string; meaning: string }[];
    onChange: (role: R) => void;
  };
  submit: string;
  /** Calls the API with the entered address. Its errors are shown at their fields. */
  send: (email: string) => Promise<unknown>;
  onClose: () => void;
}

/** A dialog about another account: asks for its e-mail address and, for some, a role. */
export function AccountDialog<R extends string>(props: AccountDialogProps<R>) {
  const { role } = props;
  const { form, errors, pending, clearError, refuse, submit } = useApiForm(["email", "role"]);
  const [email, setEmail] = useState("");

  function send() {
    const entered = email.trim();
    if (entered === "") return refuse({ email: props.missingEmail });
    void submit(() => props.send(entered));
  }

  return (
    <FormDialog
      title={props.title}
      description={props.description}
      form={form}
      failure={errors.form}
      pending={pending}
      submit={props.submit}
      onSubmit={send}
      onClose={props.onClose}
    >
      <AccountEmailField
        label={props.label ?? "E-mail"}
        value={email}
        error={errors.email}
        onChange={(value) => {
          setEmail(value);
          clearError("email");
        }}
      />
      {role ? (
        <RadioList
          legend="Role"
          name="role"
          choices={role.choices}
          value={role.value}
          error={errors.role}
          onChange={(value) => {
            role.onChange(value);
            clearError("role");
          }}
        />
      ) : null}
    </FormDialog>
  );
}
