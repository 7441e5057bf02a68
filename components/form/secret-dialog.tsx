"use client";

import { Button } from "../ui/button";
import { Dialog, DialogBody, DialogFooter } from "../ui/dialog";
import { ShownOnce } from "../ui/shown-once";

interface SecretDialogProps {
  title: string;
  /** The kind of secret, e.g. "token". */
  what: string;
  secret: string;
  /** What to do with the secret. */
  children: string;
  onClose: () => void;
}

/** Shows a new secret once: a token, or a link that an admin passes on. */
export function SecretDialog({ title, what, secret, children, onClose }: SecretDialogProps) {
  return (
    <Dialog title={title} onClose={onClose}>
      <DialogBody>
        <ShownOnce what={what} secret={secret}>
          {children}
        </ShownOnce>
      </DialogBody>
      <DialogFooter>
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
