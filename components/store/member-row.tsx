"use client";

import { Eye, LogOut, UserMinus, Wrench } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useStore } from "@/components/current-store/store-context";
import { notifyDone } from "@/components/form/notify-done";
import type { MemberResource } from "@/lib/http/resources/member-resource";
import { callApi } from "../api-client";
import { LazyConfirmDialog } from "../form/lazy-confirm-dialog";
import type { MakeChange } from "../form/use-change";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { RowMenu } from "../ui/row-menu";
import type { MemberChange } from "./apply-member-change";
import { storeRoleLabels, storeRoleMeanings } from "./store-role-label";

interface MemberRowProps {
  member: MemberResource;
  isMe: boolean;
  /** Whether the user may manage members. */
  manages: boolean;
  change: MakeChange<MemberChange>;
}

export function MemberRow({ member, isMe, manages, change }: MemberRowProps) {
  const { store } = useStore();
  const router = useRouter();
  const [dialogOpen, setDialogOpen] = useState(false);
  const { email, role } = member;
  const members = `/api/stores/${store.name}/members`;
  const path = `${members}/${member.userId}`;
  const other = role === "viewer" ? "manager" : "viewer";

  function changeRole() {
    change({ member, role: other }, () => callApi("PATCH", path, { role: other }), {
      message: `${email} is a ${other} now.`,
      undo: {
        to: { member, role },
        call: () => callApi("PATCH", path, { role }),
        message: `${email} is a ${role} again.`,
      },
    });
  }

  async function remove() {
    setDialogOpen(false);
    change({ member, role: null }, () => callApi("DELETE", path), {
      message: `${email} removed.`,
      undo: {
        to: { member, role },
        call: () => callApi("POST", members, { email, role }),
        message: `${email} added again as ${role}.`,
      },
    });
  }

  /** Can't be undone: only the owner can add the user again. */
  async function leave() {
    await callApi("DELETE", path);
    notifyDone(`You left ${store.config.title}.`);
    router.push("/");
  }

  return (
    <li className="flex items-center gap-3.5 px-4 py-3 sm:px-5">
      <div className="min-w-0 flex-1">
        <p className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 font-medium text-sm">
          <span className="min-w-0 wrap-anywhere">{email}</span>
          <Badge tone={role === "owner" ? "busy" : "neutral"}>{storeRoleLabels[role]}</Badge>
          {isMe ? <Badge>You</Badge> : null}
        </p>
        <p className="mt-0.5 text-[0.8125rem] text-ink-muted leading-5">{storeRoleMeanings[role]}</p>
      </div>
      {role === "owner" ? null : manages ? (
        <RowMenu
          label={`Actions for ${email}`}
          entries={[
            {
              label: `Make ${storeRoleLabels[other].toLowerCase()}`,
              icon: other === "viewer" ? <Eye aria-hidden="true" /> : <Wrench aria-hidden="true" />,
              onSelect: changeRole,
            },
            {
              label: "Remove…",
              icon: <UserMinus aria-hidden="true" />,
              danger: true,
              onSelect: () => setDialogOpen(true),
            },
          ]}
        />
      ) : isMe ? (
        <Button size="sm" onPointerEnter={LazyConfirmDialog.preload} onClick={() => setDialogOpen(true)}>
          <LogOut aria-hidden="true" />
          Leave
        </Button>
      ) : null}
      {dialogOpen ? (
        <LazyConfirmDialog
          title={isMe ? `Leave ${store.config.title}?` : `Remove ${email}?`}
          description={
            isMe
              ? "You lose access to the store. Its owner can add you again."
              : "They lose access to the store at once. Passwords of its admin pages that they know stay valid."
          }
          confirm={isMe ? "Leave store" : "Remove member"}
          danger
          action={isMe ? leave : remove}
          onClose={() => setDialogOpen(false)}
        />
      ) : null}
    </li>
  );
}
