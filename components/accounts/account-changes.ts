import type { Role } from "@/lib/domain/actor";
import type { UserResource } from "@/lib/http/resources/user-resource";
import { changeSeen } from "../change-seen";
import type { MakeChange } from "../form/use-change";

export type ChangeAccount = MakeChange<Partial<UserResource>, UserResource>;

/** What an admin decides from: who has signed in meanwhile, or owns how many stores, changes nothing of it. */
function decisive({ role, disabledAt }: UserResource) {
  return { role, disabledAt };
}

function patch(seen: UserResource, wanted: { role?: Role; disabled?: boolean }): Promise<UserResource> {
  return changeSeen<UserResource>(`/api/users/${seen.id}`, decisive(seen), wanted);
}

/** Makes somebody an admin or a member. Who is no admin any more can't take back what they did to themself. */
export function changeRole(change: ChangeAccount, user: UserResource, role: Role, isMe: boolean): void {
  const { role: former, email } = user;
  change({ role }, () => patch(user, { role }), {
    said: `${email} has other powers from now on.`,
    undo: isMe
      ? undefined
      : {
          to: { role: former },
          call: (now) => patch(now, { role: former }),
          said: `${email} has the powers of before.`,
        },
  });
}

/** Locks an account out, or lets it in again. Signed out it stays: what ended with it is not brought back. */
export function changeDisabled(change: ChangeAccount, user: UserResource, disabled: boolean): void {
  const shut = { disabledAt: new Date().toISOString() };
  const open = { disabledAt: null };
  const said = (shutOut: boolean) =>
    shutOut ? `${user.email} is locked out.` : `${user.email} can sign in again.`;
  change(disabled ? shut : open, () => patch(user, { disabled }), {
    said: said(disabled),
    undo: {
      to: disabled ? open : shut,
      call: (now) => patch(now, { disabled: !disabled }),
      said: said(!disabled),
    },
  });
}
