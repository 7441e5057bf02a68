"use client";

import { useState } from "react";
import type { UserResource } from "@/lib/http/resources/user-resource";
import { callApi } from "../api-client";
import { ConfirmDialog } from "../form/confirm-dialog";
import { SecretDialog } from "../form/secret-dialog";

/** Creates a link to choose a new password and shows it once. */
export function PasswordLinkDialog({ user, onClose }: { user: UserResource; onClose: () => void }) {
  const [link, setLink] = useState<string | null>(null);

  async function create() {
    const created = await callApi<{ link: string }>("POST", `/api/users/${user.id}/password-link`);
    setLink(created.link);
  }

  if (link !== null) {
    return (
      <SecretDialog title={`Password link for ${user.email}`} what="link" secret={link} onClose={onClose}>
        Send it to this person only: everybody with the link can set the password. It works once, for 1 day.
      </SecretDialog>
    );
  }
  return (
    <ConfirmDialog
      title={`Create a password link for ${user.email}?`}
      description="The link lets them set a new password, which signs them out everywhere. It replaces older links."
      confirm="Create link"
      action={create}
      onClose={onClose}
    />
  );
}
