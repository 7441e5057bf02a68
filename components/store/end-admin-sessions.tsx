"use client";

import { LogOut } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import type { StoreResource } from "@/lib/http/resources/store-resource";
import { callApi, sentenceOf } from "../api-client";
import { LazyConfirmDialog } from "../form/lazy-confirm-dialog";
import { Button } from "../ui/button";

/** Ends all sessions in the shop's admin pages, and the passwords that open them. */
export function EndAdminSessions({ store }: { store: StoreResource }) {
  const [dialogOpen, setDialogOpen] = useState(false);

  async function end() {
    setDialogOpen(false);
    try {
      await callApi("POST", `/api/stores/${store.name}/admin-sessions/end`);
      toast.success("The sessions are being ended.");
    } catch (error) {
      toast.error(sentenceOf(error));
    }
  }

  return (
    <>
      <Button className="mt-2 w-full" onClick={() => setDialogOpen(true)}>
        <LogOut aria-hidden="true" />
        End all sessions…
      </Button>
      {dialogOpen ? (
        <LazyConfirmDialog
          title="End all sessions?"
          description={`Everybody who is signed in as ${store.admin?.username} is signed out. The current password stops working, and so do this account’s application passwords and API keys. You can sign in again from here.`}
          confirm="End all sessions"
          cancel="Cancel"
          action={end}
          onClose={() => setDialogOpen(false)}
        />
      ) : null}
    </>
  );
}
