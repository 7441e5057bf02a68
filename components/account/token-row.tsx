"use client";

import { useState } from "react";
import type { TokenResource } from "@/lib/http/resources/token-resource";
import { LazyConfirmDialog } from "../form/lazy-confirm-dialog";
import { Day } from "../live/day";
import { TimeAgo } from "../live/time-ago";
import { useNow } from "../live/use-now";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { scopeLabels } from "./scope-label";

export function TokenRow({ token, onRevoke }: { token: TokenResource; onRevoke: () => void }) {
  const now = useNow(60_000);
  const [dialogOpen, setDialogOpen] = useState(false);
  const expired = token.expiresAt !== null && now !== null && Date.parse(token.expiresAt) <= now;
  return (
    <li className="flex items-center gap-4 px-4 py-3.5 sm:px-5">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium text-sm">
          <span className="min-w-0 break-words">{token.name}</span>
          <Badge>{scopeLabels[token.scope].label}</Badge>
          {expired ? <Badge tone="warn">Expired</Badge> : null}
        </p>
        <p className="mt-0.5 text-[0.8125rem] text-ink-muted leading-5">
          <code className="font-mono text-xs">{token.prefix}…</code> ·{" "}
          {token.lastUsedAt ? (
            <>
              used <TimeAgo at={token.lastUsedAt} />
            </>
          ) : (
            "never used"
          )}{" "}
          ·{" "}
          {token.expiresAt ? (
            <>
              {expired ? "expired" : "expires"} <Day at={token.expiresAt} />
            </>
          ) : (
            "never expires"
          )}
        </p>
      </div>
      <Button
        size="sm"
        variant="danger-quiet"
        aria-label={`Revoke ${token.name}`}
        onPointerEnter={LazyConfirmDialog.preload}
        onClick={() => setDialogOpen(true)}
      >
        Revoke
      </Button>
      {dialogOpen ? (
        <LazyConfirmDialog
          title={`Revoke ${token.name}?`}
          description="Programs that use this token lose access at once. This can’t be undone."
          confirm="Revoke token"
          cancel="Cancel"
          danger
          action={async () => {
            setDialogOpen(false);
            onRevoke();
          }}
          onClose={() => setDialogOpen(false)}
        />
      ) : null}
    </li>
  );
}
