"use client";

import { useState } from "react";
import { Button } from "../ui/button";
import { Card, CardHeader } from "../ui/card";
import { lazyPart } from "../ui/lazy-part";
import { TextLink } from "../ui/text-link";

const DeleteAccountDialog = lazyPart(() =>
  import("./delete-account-dialog").then((module) => module.DeleteAccountDialog),
);

interface DeleteAccountProps {
  email: string;
  hasPassword: boolean;
  storesOwned: number;
}

/** Deletes the user's own account. An account that owns stores can't be deleted. */
export function DeleteAccount({ email, hasPassword, storesOwned }: DeleteAccountProps) {
  const [dialogOpen, setDialogOpen] = useState(false);
  return (
    <Card aria-labelledby="delete-account-title">
      <CardHeader id="delete-account-title" title="Delete account" />
      <div className="flex flex-wrap items-center justify-between gap-4 px-4 py-4 sm:px-5">
        <p className="min-w-0 flex-1 basis-72 text-[0.8125rem] text-ink-muted leading-5">
          {storesOwned > 0 ? (
            <>
              You own {storesOwned === 1 ? "1 store" : `${storesOwned} stores`}. Hand{" "}
              {storesOwned === 1 ? "it" : "them"} over or delete {storesOwned === 1 ? "it" : "them"} before
              you delete your account. <TextLink href="/">See your stores</TextLink>
            </>
          ) : (
            "Ends your sessions, revokes your API tokens and removes you from all stores. This can’t be undone."
          )}
        </p>
        <Button
          variant="danger-quiet"
          disabled={storesOwned > 0}
          onPointerEnter={DeleteAccountDialog.preload}
          onClick={() => setDialogOpen(true)}
        >
          Delete account…
        </Button>
      </div>
      {dialogOpen ? (
        <DeleteAccountDialog email={email} hasPassword={hasPassword} onClose={() => setDialogOpen(false)} />
      ) : null}
    </Card>
  );
}
