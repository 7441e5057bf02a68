"use client";

import { Ban, KeyRound, LogOut, ShieldCheck, ShieldOff, Trash2, UserCheck } from "lucide-react";
import { useState } from "react";
import type { UserResource } from "@/lib/http/resources/user-resource";
import { callApi } from "../api-client";
import { useAction } from "../form/use-action";
import { lazyPart } from "../ui/lazy-part";
import { RowMenu } from "../ui/row-menu";
import { type ChangeAccount, changeDisabled } from "./account-changes";
import type { AccountQuestion } from "./account-dialogs";

const AccountDialogs = lazyPart(() => import("./account-dialogs").then((module) => module.AccountDialogs));

interface AccountActionsProps {
  user: UserResource;
  isMe: boolean;
  change: ChangeAccount;
}

/** An admin's actions on an account. Disable and Delete are not offered for the admin's own account. */
export function AccountActions({ user, isMe, change }: AccountActionsProps) {
  const { act } = useAction();
  const [question, ask] = useState<AccountQuestion | null>(null);
  const disabled = user.disabledAt !== null;
  return (
    <>
      <RowMenu
        label={`Actions for ${user.email}`}
        entries={[
          !disabled && {
            label: "New password link…",
            icon: <KeyRound aria-hidden="true" />,
            onSelect: () => ask("password-link"),
          },
          user.role === "member" && {
            label: "Make admin…",
            icon: <ShieldCheck aria-hidden="true" />,
            onSelect: () => ask("make-admin"),
          },
          user.role === "admin" && {
            label: "Make member…",
            icon: <ShieldOff aria-hidden="true" />,
            onSelect: () => ask("make-member"),
          },
          !disabled && {
            label: "Sign out everywhere",
            icon: <LogOut aria-hidden="true" />,
            onSelect: () =>
              act(() => callApi("DELETE", `/api/users/${user.id}/sessions`), {
                message: `${user.email} signed out everywhere.`,
              }),
          },
          disabled && {
            label: "Enable",
            icon: <UserCheck aria-hidden="true" />,
            onSelect: () => changeDisabled(change, user, false),
          },
          !disabled &&
            !isMe && {
              label: "Disable…",
              icon: <Ban aria-hidden="true" />,
              danger: true,
              onSelect: () => ask("disable"),
            },
          !isMe && {
            label: "Delete…",
            icon: <Trash2 aria-hidden="true" />,
            danger: true,
            onSelect: () => ask("delete"),
          },
        ]}
      />
      {question ? (
        <AccountDialogs
          user={user}
          isMe={isMe}
          question={question}
          change={change}
          onClose={() => ask(null)}
        />
      ) : null}
    </>
  );
}
