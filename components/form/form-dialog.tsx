"use client";

import type { ReactNode, RefObject } from "react";
import { Button } from "../ui/button";
import { Dialog, DialogBody, DialogFooter } from "../ui/dialog";
import { FormError } from "./form-error";

interface FormDialogProps {
  title: ReactNode;
  description?: ReactNode;
  /** The fields, where there are any. */
  children?: ReactNode;
  /** From useApiForm, where the dialog waits for its answer. */
  form?: RefObject<HTMLFormElement | null>;
  failure?: string;
  pending?: boolean;
  /** What the button that does it says, and what the one that does not. */
  submit: string;
  cancel?: string;
  danger?: boolean;
  disabled?: boolean;
  onSubmit: () => void;
  onClose: () => void;
}

/** Asks for what is needed, or whether it is meant, and does it. */
export function FormDialog(props: FormDialogProps) {
  const { title, description, children, failure, onClose } = props;
  return (
    <Dialog title={title} description={description} onClose={onClose}>
      <form
        ref={props.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!props.disabled) props.onSubmit();
        }}
      >
        {children || failure ? (
          <DialogBody>
            <FormError>{failure}</FormError>
            {children}
          </DialogBody>
        ) : (
          <div className="h-4" />
        )}
        <DialogFooter>
          <Button onClick={onClose}>{props.cancel ?? "Cancel"}</Button>
          <Button
            type="submit"
            variant={props.danger ? "danger" : "primary"}
            disabled={props.disabled}
            pending={props.pending}
          >
            {props.submit}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
