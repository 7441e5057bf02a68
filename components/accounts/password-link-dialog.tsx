"use client";

import { useState } from "react";
import type { UserResource } from "@/lib/http/resources/user-resource";
import { callApi } from "../api-client";
import { FormDialog } from "../form/form-dialog";
import { useApiForm } from "../form/use-api-form";
import { LinkDialog } from "./link-dialog";

/** Creates a link to choose a new password and shows it once. */
export function PasswordLinkDialog({ user, onClose }: { user: UserResource; onClose: () => void }) {
  const { form, errors, pending, submit } = useApiForm([]);
  const [link, setLink] = useState<string | null>(null);

  function create() {
    void submit(async () => {
      const made = await callApi<{ link: string }>("POST", `/api/users/${user.id}/password-link`);
      setLink(made.link);
    });
  }

  if (link !== null) {
    return (
      <LinkDialog title={`Password link for ${user.email}`} link={link} onClose={onClose}>
        Send it to this person only: whoever opens it can set the password. It works once, for 1 day.
      </LinkDialog>
    );
  }
  return (
    <FormDialog
      title={`Create a password link for ${user.email}?`}
      description="The link lets them set a new password, which signs them out everywhere. It replaces older links."
      form={form}
      failure={errors.form}
      pending={pending}
      submit="Create link"
      onSubmit={create}
      onClose={onClose}
    />
  );
}
