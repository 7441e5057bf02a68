"use client";

import type { UserResource } from "@/lib/http/resources/user-resource";
import { roleLabels } from "../account/role-label";
import { signInMethodLabel } from "../account/sign-in-method";
import { useChange } from "../form/use-change";
import { TimeAgo } from "../live/time-ago";
import { Badge } from "../ui/badge";
import { AccountActions } from "./account-actions";

interface AccountRowProps {
  user: UserResource;
  providers: { id: string; label: string }[];
  isMe: boolean;
}

const applyUserChange = (user: UserResource, to: Partial<UserResource>): UserResource => ({ ...user, ...to });

export function AccountRow({ user: initial, providers, isMe }: AccountRowProps) {
  const { shown: user, change } = useChange<UserResource, Partial<UserResource>, UserResource>(
    initial,
    applyUserChange,
  );
  const methods = user.signInMethods.map((method) => signInMethodLabel(method, providers));
  return (
    <li className="flex items-center gap-3.5 px-4 py-3.5 sm:gap-4 sm:px-5">
      <span
        aria-hidden="true"
        className="hidden size-9 shrink-0 place-items-center rounded-full border border-line bg-hover font-semibold text-ink-muted text-xs uppercase sm:grid"
      >
        {user.email.slice(0, 1)}
      </span>
      <div className="grid min-w-0 flex-1 items-center gap-x-6 gap-y-1 md:grid-cols-[minmax(0,1fr)_5.5rem_9rem]">
        <div className="min-w-0">
          <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
            <h2 className="min-w-0 wrap-anywhere font-semibold text-sm">{user.email}</h2>
            {user.role === "admin" ? <Badge tone="busy">{roleLabels.admin}</Badge> : null}
            {user.disabledAt ? <Badge tone="bad">Disabled</Badge> : null}
            {isMe ? <Badge>You</Badge> : null}
          </div>
          <p className="mt-0.5 text-[0.8125rem] text-ink-muted">
            {methods.join(", ") || "No sign-in method yet"}
          </p>
        </div>
        <p className="flex flex-wrap gap-x-1.5 text-[0.8125rem] text-ink-muted md:contents">
          <span className="tabular">
            {user.storesOwned === 1 ? "1 store" : `${user.storesOwned} stores`}
            <span className="md:hidden"> ·</span>
          </span>
          <span className="md:text-right">
            {user.lastSignInAt ? (
              <>
                Signed in <TimeAgo at={user.lastSignInAt} />
              </>
            ) : (
              "Never signed in"
            )}
          </span>
        </p>
      </div>
      <AccountActions user={user} isMe={isMe} change={change} />
    </li>
  );
}
