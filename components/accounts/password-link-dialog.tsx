"use client";

import { useState } from "react";
import type { UserResource } from "@/lib/http/resources/user-resource";
import { callApi } from "../api-client";
import { FormDialog } from "../form/form-dialog";
import { useApiForm } from "../form/use-api-form";
import { LinkDialog } from "./link-dialog";

/** Makes a link by which somebody chooses a new password, and shows it, once. */
export function PasswordLinkDialog({ user, onClose }: { user: UserResource; onClose: () => void }) {
  const { form, errors, pending, submit } = useApiForm([]);
  const [link, setLink] = useState<string | null>(null);

  function make() {
    void submit(async () => {
      const made = await callApi<{ link: string }>("POST", `/api/users/${user.id}/password-link`);
      setLink(made.link);
    });
  }

  if (link !== null) {
    return (
      <LinkDialog title={`A new password for ${user.email}`} link={link} onClose={onClose}>
        Pass it on to them alone: whoever opens it chooses the password. It works for a day, once.
      </LinkDialog>
    );
  }
  return (
    <FormDialog
      title={`Make a password link for ${user.email}?`}
      description="They choose a new password with it, and are signed out everywhere then. An older link stops working."
      form={form}
      failure={errors.form}
      pending={pending}
      submit="Make link"
      onSubmit={make}
      onClose={onClose}
    />
  );
}
