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

/** Leaves for good; says what stands in the way. */
export function DeleteAccount({ email, hasPassword, storesOwned }: DeleteAccountProps) {
  const [asked, setAsked] = useState(false);
  return (
    <Card aria-labelledby="delete-account-title">
      <CardHeader id="delete-account-title" title="Delete account" />
      <div className="flex flex-wrap items-center justify-between gap-4 px-4 py-4 sm:px-5">
        <p className="min-w-0 flex-1 basis-72 text-[0.8125rem] text-ink-muted leading-5">
          {storesOwned > 0 ? (
            <>
              You own {storesOwned === 1 ? "a store" : `${storesOwned} stores`}. Hand{" "}
              {storesOwned === 1 ? "it" : "them"} over or delete {storesOwned === 1 ? "it" : "them"} first:
              what belongs to you is never deleted by the way. <TextLink href="/">See your stores</TextLink>
            </>
          ) : (
            "Your sessions and API tokens end at once, and you are no member of any store any more. This can’t be undone."
          )}
        </p>
        <Button
          variant="danger-quiet"
          disabled={storesOwned > 0}
          onPointerEnter={DeleteAccountDialog.preload}
          onClick={() => setAsked(true)}
        >
          Delete account…
        </Button>
      </div>
      {asked ? (
        <DeleteAccountDialog email={email} hasPassword={hasPassword} onClose={() => setAsked(false)} />
      ) : null}
    </Card>
  );
}
