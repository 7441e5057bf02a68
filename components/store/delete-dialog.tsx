"use client";

import { type FormEvent, type ReactNode, useState } from "react";
import { callApi, sentenceOf } from "../api-client";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { Dialog, DialogBody, DialogClose, DialogContent, DialogFooter, DialogTrigger } from "../ui/dialog";
import { Field } from "../ui/field";
import { Input } from "../ui/input";

/** Deleting can't be undone: the name is typed first. */
export function DeleteDialog({ name, trigger }: { name: string; trigger: ReactNode }) {
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, setPending] = useState(false);

  function change(next: boolean) {
    setOpen(next);
    setTyped("");
    setFailure(null);
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (pending || typed !== name) return;
    setPending(true);
    try {
      await callApi("DELETE", `/api/stores/${name}`);
      change(false);
    } catch (error) {
      setFailure(sentenceOf(error));
    } finally {
      setPending(false);
    }
  }

  return (
    <Dialog open={open} onOpenChange={change}>
      <DialogTrigger asChild>{trigger}</DialogTrigger>
      <DialogContent
        title={`Delete ${name}?`}
        description="The shop, its orders, its files and its address go for good. This can’t be undone."
      >
        <form onSubmit={submit}>
          <DialogBody>
            <div role="alert" className="empty:hidden">
              {failure ? <Callout tone="bad" title={failure} /> : null}
            </div>
            <Field
              label={
                <>
                  Type <strong className="font-semibold">{name}</strong> to confirm
                </>
              }
            >
              {(control) => (
                <Input
                  {...control}
                  value={typed}
                  autoFocus
                  autoComplete="off"
                  autoCapitalize="none"
                  spellCheck={false}
                  onChange={(event) => setTyped(event.target.value)}
                />
              )}
            </Field>
          </DialogBody>
          <DialogFooter>
            <DialogClose asChild>
              <Button>Keep it</Button>
            </DialogClose>
            <Button type="submit" variant="danger" disabled={typed !== name} pending={pending}>
              Delete store
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}
