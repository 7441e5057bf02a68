"use client";

import { UserPlus } from "lucide-react";
import { useState } from "react";
import type { MemberResource } from "@/lib/http/resources/member-resource";
import { useChange } from "../form/use-change";
import { Button } from "../ui/button";
import { Card, CardHeader } from "../ui/card";
import { lazyPart } from "../ui/lazy-part";
import { expectMembers } from "./expect-members";
import { MemberRow } from "./member-row";
import { useStore } from "./store-context";

const AddMemberDialog = lazyPart(() =>
  import("./add-member-dialog").then((module) => module.AddMemberDialog),
);

interface MembersCardProps {
  members: MemberResource[];
  /** Id of the account that looks. */
  me: string;
}

/** Who works on the store, and as what. */
export function MembersCard({ members: initial, me }: MembersCardProps) {
  const { store, can } = useStore();
  const { shown: members, change } = useChange(initial, expectMembers);
  const [asked, setAsked] = useState(false);
  const manages = can.includes("manage-members") && store.phase !== "deleting";
  return (
    <Card aria-labelledby="members-title">
      <CardHeader
        id="members-title"
        title="Members"
        description="They see the store at once, and lose it at once."
        actions={
          manages ? (
            <Button size="sm" onPointerEnter={AddMemberDialog.preload} onClick={() => setAsked(true)}>
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
      {asked ? <AddMemberDialog store={store.name} onClose={() => setAsked(false)} /> : null}
    </Card>
  );
}
