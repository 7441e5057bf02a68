"use client";

import { useRouter } from "next/navigation";
import { toast } from "sonner";
import type { UserResource } from "@/lib/http/user-resource";
import { roleMeanings } from "../account/role-label";
import { callApi } from "../api-client";
import { ConfirmDialog } from "../form/confirm-dialog";
import { DeleteUserDialog } from "./delete-user-dialog";
import { PasswordLinkDialog } from "./password-link-dialog";

export type AccountQuestion = "password-link" | "make-admin" | "make-member" | "disable" | "delete";

interface AccountDialogsProps {
  user: UserResource;
  question: AccountQuestion;
  onClose: () => void;
}

/** What an admin is asked before something is done with an account. */
export function AccountDialogs({ user, question, onClose }: AccountDialogsProps) {
  const router = useRouter();

  function change(body: object, done: string) {
    return async () => {
      await callApi("PATCH", `/api/users/${user.id}`, body);
      toast.success(done);
      onClose();
      router.refresh();
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
          action={change({ role: "admin" }, `${user.email} is an admin now.`)}
          onClose={onClose}
        />
      );
    case "make-member":
      return (
        <ConfirmDialog
          title={`Make ${user.email} a member?`}
          description="They keep their own stores and those they are a member of, and run the installation no more."
          confirm="Make member"
          action={change({ role: "member" }, `${user.email} is a member now.`)}
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
          action={change({ disabled: true }, `${user.email} is disabled.`)}
          onClose={onClose}
        />
      );
  }
}
