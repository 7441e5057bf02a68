"use client";

import { useState } from "react";
import { callApi } from "../api-client";
import { LazyConfirmDialog } from "../form/lazy-confirm-dialog";
import { Button } from "../ui/button";

export function SignOutEverywhere() {
  const [dialogOpen, setDialogOpen] = useState(false);
  return (
    <>
      <Button size="sm" onPointerEnter={LazyConfirmDialog.preload} onClick={() => setDialogOpen(true)}>
        Sign out everywhere
      </Button>
      {dialogOpen ? (
        <LazyConfirmDialog
          title="Sign out everywhere?"
          description="Ends all your sessions, including this one. API tokens stay valid."
          confirm="Sign out everywhere"
          action={async () => {
            await callApi("DELETE", "/api/me/sessions");
            window.location.assign("/sign-in");
            return "leaving";
          }}
          onClose={() => setDialogOpen(false)}
        />
      ) : null}
    </>
  );
}
