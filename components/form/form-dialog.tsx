"use client";

import type { ReactNode, RefObject } from "react";
import { Button } from "../ui/button";
import { Dialog, DialogBody, DialogFooter } from "../ui/dialog";
import { FormError } from "./form-error";

interface FormDialogProps {
  title: ReactNode;
  description?: ReactNode;
  /** The fields, if any. */
  children?: ReactNode;
  /** The ref from useApiForm. */
  form?: RefObject<HTMLFormElement | null>;
  failure?: string;
  pending?: boolean;
  /** The labels of the two buttons. */
  submit: string;
  cancel?: string;
  danger?: boolean;
  disabled?: boolean;
  onSubmit: () => void;
  onClose: () => void;
}

/** A dialog with a form and two buttons: submit and cancel. */
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
