"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "../ui/button";
import { lazyPart } from "../ui/lazy-part";

const CreateTokenDialog = lazyPart(() =>
  import("./create-token-dialog").then((module) => module.CreateTokenDialog),
);

export function CreateToken({ isAdmin, variant }: { isAdmin: boolean; variant?: "primary" }) {
  const [asked, setAsked] = useState(false);
  return (
    <>
      <Button
        size={variant ? "md" : "sm"}
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
