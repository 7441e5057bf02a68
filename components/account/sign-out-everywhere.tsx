"use client";

import { useState } from "react";
import { callApi } from "../api-client";
import { LazyConfirmDialog } from "../form/lazy-confirm-dialog";
import { Button } from "../ui/button";

export function SignOutEverywhere() {
  const [asked, setAsked] = useState(false);
  return (
    <>
      <Button size="sm" onPointerEnter={LazyConfirmDialog.preload} onClick={() => setAsked(true)}>
        Sign out everywhere
      </Button>
      {asked ? (
        <LazyConfirmDialog
          title="Sign out everywhere?"
          description="Every browser is signed out at once, this one too. Your API tokens go on working."
          confirm="Sign out everywhere"
          action={async () => {
            await callApi("DELETE", "/api/me/sessions");
            window.location.assign("/sign-in");
            return "leaving";
          }}
          onClose={() => setAsked(false)}
        />
      ) : null}
    </>
  );
}
