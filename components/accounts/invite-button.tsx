"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "../ui/button";
import { lazyPart } from "../ui/lazy-part";

const InviteDialog = lazyPart(() => import("./invite-dialog").then((module) => module.InviteDialog));

export function InviteButton() {
  const [dialogOpen, setDialogOpen] = useState(false);
  return (
    <>
      <Button variant="primary" onPointerEnter={InviteDialog.preload} onClick={() => setDialogOpen(true)}>
        <Plus aria-hidden="true" />
        Invite somebody
      </Button>
      {dialogOpen ? <InviteDialog onClose={() => setDialogOpen(false)} /> : null}
    </>
  );
}
