"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "../ui/button";
import { lazyPart } from "../ui/lazy-part";

const InviteDialog = lazyPart(() => import("./invite-dialog").then((module) => module.InviteDialog));

export function InviteButton() {
  const [asked, setAsked] = useState(false);
  return (
    <>
      <Button variant="primary" onPointerEnter={InviteDialog.preload} onClick={() => setAsked(true)}>
        <Plus aria-hidden="true" />
        Invite somebody
      </Button>
      {asked ? <InviteDialog onClose={() => setAsked(false)} /> : null}
    </>
  );
}
