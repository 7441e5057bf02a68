"use client";

import { type ReactNode, useState } from "react";
import { ConfirmTextField } from "./confirm-text-field";
import { FormDialog } from "./form-dialog";
import { useApiForm } from "./use-api-form";

interface ConfirmDialogProps {
  title: ReactNode;
  description: ReactNode;
  /** The label of the button that runs the action. */
  confirm: string;
  cancel?: string;
  danger?: boolean;
  /** Text that the user has to type first, for actions that can't be undone. */
  typed?: string;
  /** Runs on confirmation. Its error is shown in the dialog. */
  action: () => Promise<unknown>;
  onClose: () => void;
}

/** Asks for confirmation and runs the action. */
export function ConfirmDialog({ title, description, typed, action, ...rest }: ConfirmDialogProps) {
  const { form, errors, pending, submit } = useApiForm([]);
  const [entered, setEntered] = useState("");
  return (
    <FormDialog
      title={title}
      description={description}
      form={form}
      failure={errors.form}
      pending={pending}
      submit={rest.confirm}
      cancel={rest.cancel}
      danger={rest.danger}
      disabled={typed !== undefined && entered !== typed}
      onSubmit={() => void submit(action)}
      onClose={rest.onClose}
    >
      {typed === undefined ? null : (
        <ConfirmTextField expected={typed} value={entered} onChange={setEntered} />
      )}
    </FormDialog>
  );
}
