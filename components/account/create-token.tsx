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

/** Stays where it is while the list around it changes: the secret that it shows is shown once. */
export function CreateToken({ isAdmin, variant }: CreateTokenProps) {
  const [asked, setAsked] = useState(false);
  return (
    <>
      <Button
        size="sm"
        variant={variant}
        onPointerEnter={CreateTokenDialog.preload}
        onClick={() => setAsked(true)}
      >
        <Plus aria-hidden="true" />
        New token
      </Button>
      {asked ? <CreateTokenDialog isAdmin={isAdmin} onClose={() => setAsked(false)} /> : null}
    </>
  );
}
