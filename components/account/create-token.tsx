"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "../ui/button";
import { lazyPart } from "../ui/lazy-part";

const CreateTokenDialog = lazyPart(() =>
  import("./create-token-dialog").then((module) => module.CreateTokenDialog),
);

interface CreateTokenProps {
  isAdmin: boolean;
  variant: "primary" | "secondary";
}

/** Opens the dialog that creates a token. It stays mounted while the list changes, so that the secret stays visible. */
export function CreateToken({ isAdmin, variant }: CreateTokenProps) {
  const [dialogOpen, setDialogOpen] = useState(false);
  return (
    <>
      <Button
        size="sm"
        variant={variant}
        onPointerEnter={CreateTokenDialog.preload}
        onClick={() => setDialogOpen(true)}
      >
        <Plus aria-hidden="true" />
        New token
      </Button>
      {dialogOpen ? <CreateTokenDialog isAdmin={isAdmin} onClose={() => setDialogOpen(false)} /> : null}
    </>
  );
}
