"use client";

import type { UserResource } from "@/lib/http/resources/user-resource";
import { roleMeanings } from "../account/role-label";
import { ConfirmDialog } from "../form/confirm-dialog";
import { type ChangeAccount, changeDisabled, changeRole } from "./account-changes";
import { DeleteUserDialog } from "./delete-user-dialog";
import { PasswordLinkDialog } from "./password-link-dialog";

export type AccountQuestion = "password-link" | "make-admin" | "make-member" | "disable" | "delete";

interface AccountDialogsProps {
  user: UserResource;
  isMe: boolean;
  question: AccountQuestion;
  change: ChangeAccount;
  onClose: () => void;
}

/** What an admin is asked before something is done with an account. */
export function AccountDialogs({ user, isMe, question, change, onClose }: AccountDialogsProps) {
  /** What is shown at once does not wait in a dialog. */
  function closing(act: () => void) {
    return async () => {
      onClose();
      act();
    };
  }

  switch (question) {
    case "password-link":
      return <PasswordLinkDialog user={user} onClose={onClose} />;
    case "delete":
      return <DeleteUserDialog user={user} onClose={onClose} />;
    case "make-admin":
      return (
        <ConfirmDialog
          title={`Make ${user.email} an admin?`}
          description={roleMeanings.admin}
          confirm="Make admin"
          action={closing(() => changeRole(change, user, "admin", isMe))}
          onClose={onClose}
        />
      );
    case "make-member":
      return (
        <ConfirmDialog
          title={`Make ${user.email} a member?`}
          description="They keep their own stores and those they are a member of, and run the installation no more."
          confirm="Make member"
          action={closing(() => changeRole(change, user, "member", isMe))}
          onClose={onClose}
        />
      );
    case "disable":
      return (
        <ConfirmDialog
          title={`Disable ${user.email}?`}
          description="They are signed out at once and can’t come back until the account is enabled again; their API tokens stop. Their stores go on running."
          confirm="Disable account"
          danger
          action={closing(() => changeDisabled(change, user, true))}
          onClose={onClose}
        />
      );
  }
}
