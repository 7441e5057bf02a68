"use client";

import { UserPlus } from "lucide-react";
import { useState } from "react";
import { useStore } from "@/components/current-store/store-context";
import type { MemberResource } from "@/lib/http/resources/member-resource";
import { useChange } from "../form/use-change";
import { Button } from "../ui/button";
import { Card, CardHeader } from "../ui/card";
import { lazyPart } from "../ui/lazy-part";
import { applyMemberChange } from "./apply-member-change";
import { MemberRow } from "./member-row";

const AddMemberDialog = lazyPart(() =>
  import("./add-member-dialog").then((module) => module.AddMemberDialog),
);

interface MembersCardProps {
  members: MemberResource[];
  /** Id of the signed-in account. */
  me: string;
}

/** The store's members and their roles. */
export function MembersCard({ members: initial, me }: MembersCardProps) {
  const { store, can } = useStore();
  const { shown: members, change } = useChange(initial, applyMemberChange);
  const [dialogOpen, setDialogOpen] = useState(false);
  const manages = can.includes("manage-members") && store.phase !== "deleting";
  return (
    <Card aria-labelledby="members-title">
      <CardHeader
        id="members-title"
        title="Members"
        description="Accounts with access to this store."
        actions={
          manages ? (
            <Button size="sm" onPointerEnter={AddMemberDialog.preload} onClick={() => setDialogOpen(true)}>
              <UserPlus aria-hidden="true" />
              Add member
            </Button>
          ) : null
        }
      />
      <ul className="divide-y divide-line">
        {members.map((member) => (
          <MemberRow
            key={member.userId}
            member={member}
            isMe={member.userId === me}
            manages={manages}
            change={change}
          />
        ))}
      </ul>
      {dialogOpen ? <AddMemberDialog store={store.name} onClose={() => setDialogOpen(false)} /> : null}
    </Card>
  );
}
