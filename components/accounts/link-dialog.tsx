"use client";

import { Button } from "../ui/button";
import { Dialog, DialogBody, DialogFooter } from "../ui/dialog";
import { ShownOnce } from "../ui/shown-once";

interface LinkDialogProps {
  title: string;
  link: string;
  /** What to do with the link. */
  children: string;
  onClose: () => void;
}

/** Shows a secret link once. Storeyard sends no mail: the admin passes the link on. */
export function LinkDialog({ title, link, children, onClose }: LinkDialogProps) {
  return (
    <Dialog title={title} onClose={onClose}>
      <DialogBody>
        <ShownOnce what="link" secret={link}>
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
