"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import type { UserResource } from "@/lib/http/resources/user-resource";
import { callApi } from "../api-client";
import { AccountEmailField } from "../form/account-email-field";
import { ConfirmTextField } from "../form/confirm-text-field";
import { FormDialog } from "../form/form-dialog";
import { useApiForm } from "../form/use-api-form";

/** Deletes an account. Another account takes over its stores first. */
export function DeleteUserDialog({ user, onClose }: { user: UserResource; onClose: () => void }) {
  const router = useRouter();
  const { form, errors, pending, clearError, refuse, submit } = useApiForm(["handOverTo"]);
  const [typed, setTyped] = useState("");
  const [handOverTo, setHandOverTo] = useState("");
  const owns = user.storesOwned > 0;

  function remove() {
    if (owns && handOverTo.trim() === "") {
      return refuse({ handOverTo: "Enter the e-mail address of the account that takes over the stores." });
    }
    const query = owns ? `?handOverTo=${encodeURIComponent(handOverTo.trim())}` : "";
    void submit(async () => {
      await callApi("DELETE", `/api/users/${user.id}${query}`);
      toast.success(
        owns ? `${user.email} deleted. ${handOverTo.trim()} owns the stores now.` : `${user.email} deleted.`,
      );
      onClose();
      router.refresh();
    });
  }

  return (
    <FormDialog
      title={`Delete ${user.email}?`}
      description="Signs them out everywhere, revokes their API tokens and deletes the account. This can’t be undone."
      form={form}
      failure={errors.form}
      pending={pending}
      submit="Delete account"
      cancel="Cancel"
      danger
      disabled={typed !== user.email}
      onSubmit={remove}
      onClose={onClose}
    >
      {owns ? (
        <AccountEmailField
          label="New owner of the stores"
          hint={`They own ${user.storesOwned === 1 ? "1 store" : `${user.storesOwned} stores`}. This account takes ${user.storesOwned === 1 ? "it" : "them"} over.`}
          name="handOverTo"
          value={handOverTo}
          error={errors.handOverTo}
          onChange={(value) => {
            setHandOverTo(value);
            clearError("handOverTo");
          }}
        />
      ) : null}
      <ConfirmTextField expected={user.email} value={typed} autoFocus={!owns} onChange={setTyped} />
    </FormDialog>
  );
}
