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

/** The dialogs of an admin's actions on an account. */
export function AccountDialogs({ user, isMe, question, change, onClose }: AccountDialogsProps) {
  /** Closes the dialog first: the change shows at once, in the list. */
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
          description="They keep their stores and memberships, and lose access to administration."
          confirm="Make member"
          action={closing(() => changeRole(change, user, "member", isMe))}
          onClose={onClose}
        />
      );
    case "disable":
      return (
        <ConfirmDialog
          title={`Disable ${user.email}?`}
          description="Signs them out and blocks sign-in and their API tokens until the account is enabled again. Their stores keep running."
          confirm="Disable account"
          danger
          action={closing(() => changeDisabled(change, user, true))}
          onClose={onClose}
        />
      );
  }
}
