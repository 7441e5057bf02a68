"use client";

import { useState } from "react";
import { useStore } from "@/components/current-store/store-context";
import { startSentence } from "@/lib/domain/start-sentence";
import { isRunning } from "@/lib/domain/store";
import { mainPhrase } from "@/lib/domain/store-part";
import type { StoreResource } from "@/lib/http/resources/store-resource";
import { callApi } from "../api-client";
import { LazyConfirmDialog } from "../form/lazy-confirm-dialog";
import { Button } from "../ui/button";
import { Card, CardHeader } from "../ui/card";

/** Replaces the password of the store's database. */
export function DatabasePasswordCard() {
  const { store, engine, change } = useStore();
  const phrase = mainPhrase(engine.parts);
  const [dialogOpen, setDialogOpen] = useState(false);
  if (!isRunning(store.phase)) return null;

  function replace() {
    setDialogOpen(false);
    change({}, () => callApi<StoreResource>("POST", `/api/stores/${store.name}/database-password/rotate`), {
      message: "The database password is being replaced.",
    });
  }

  return (
    <Card aria-labelledby="database-password-title">
      <CardHeader id="database-password-title" title="Database password" />
      <div className="flex flex-wrap items-center justify-between gap-4 px-4 py-4 sm:px-5">
        <p className="min-w-0 flex-1 basis-72 text-[0.8125rem] text-ink-muted leading-5">
          Only {phrase} uses it. Replace it if somebody may have read it, such as a former developer.
        </p>
        <Button onClick={() => setDialogOpen(true)}>Replace password…</Button>
      </div>
      {dialogOpen ? (
        <LazyConfirmDialog
          title="Replace the database password?"
          description={`${startSentence(phrase)} and its database restart with a new password. Visitors cannot reach ${phrase} for some seconds. No data is lost.`}
          confirm="Replace password"
          cancel="Cancel"
          action={async () => replace()}
          onClose={() => setDialogOpen(false)}
        />
      ) : null}
    </Card>
  );
}
