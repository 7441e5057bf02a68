import { changeIfUnchanged } from "@/components/change-if-unchanged";
import type { Role } from "@/lib/domain/actor";
import type { UserResource } from "@/lib/http/resources/user-resource";
import type { MakeChange } from "../form/use-change";

export type ChangeAccount = MakeChange<Partial<UserResource>, UserResource>;

/** The fields that an admin's decision depends on. Another sign-in or store since then is no conflict. */
function decidingFields({ role, disabledAt }: UserResource) {
  return { role, disabledAt };
}

function patch(seen: UserResource, wanted: { role?: Role; disabled?: boolean }): Promise<UserResource> {
  return changeIfUnchanged<UserResource>(`/api/users/${seen.id}`, decidingFields(seen), wanted);
}

/** Changes an account's role. Admins who demote themselves get no undo: they may no longer change roles. */
export function changeRole(change: ChangeAccount, user: UserResource, role: Role, isMe: boolean): void {
  const { role: former, email } = user;
  change({ role }, () => patch(user, { role }), {
    message: `Role of ${email} changed.`,
    undo: isMe
      ? undefined
      : {
          to: { role: former },
          call: (now) => patch(now, { role: former }),
          message: `Role of ${email} restored.`,
        },
  });
}

/** Disables or enables an account. Undoing a disable does not restore the sessions that it ended. */
export function changeDisabled(change: ChangeAccount, user: UserResource, disabled: boolean): void {
  const whenDisabled = { disabledAt: new Date().toISOString() };
  const whenEnabled = { disabledAt: null };
  const message = (isDisabled: boolean) => `${user.email} ${isDisabled ? "disabled" : "enabled"}.`;
  change(disabled ? whenDisabled : whenEnabled, () => patch(user, { disabled }), {
    message: message(disabled),
    undo: {
      to: disabled ? whenEnabled : whenDisabled,
      call: (now) => patch(now, { disabled: !disabled }),
      message: message(!disabled),
    },
  });
}
