"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import type { UserResource } from "@/lib/http/resources/user-resource";
import { callApi } from "../api-client";
import { AccountEmailField } from "../form/account-email-field";
import { FormDialog } from "../form/form-dialog";
import { useApiForm } from "../form/use-api-form";
import { Field } from "../ui/field";
import { Input } from "../ui/input";

/** Deletes an account; what it owns goes to somebody else first. */
export function DeleteUserDialog({ user, onClose }: { user: UserResource; onClose: () => void }) {
  const router = useRouter();
  const { form, errors, pending, clearError, refuse, submit } = useApiForm(["handOverTo"]);
  const [typed, setTyped] = useState("");
  const [handOverTo, setHandOverTo] = useState("");
  const owns = user.storesOwned > 0;

  function remove() {
    if (owns && handOverTo.trim() === "") {
      return refuse({ handOverTo: "Say who gets the stores: an account’s e-mail address." });
    }
    const query = owns ? `?handOverTo=${encodeURIComponent(handOverTo.trim())}` : "";
    void submit(async () => {
      await callApi("DELETE", `/api/users/${user.id}${query}`);
      toast.success(
        owns
          ? `${user.email} is deleted. The stores belong to ${handOverTo.trim()} now.`
          : `${user.email} is deleted.`,
      );
      onClose();
      router.refresh();
    });
  }

  return (
    <FormDialog
      title={`Delete ${user.email}?`}
      description="They are signed out everywhere, their API tokens end, and the account can’t be got back."
      form={form}
      failure={errors.form}
      pending={pending}
      submit="Delete account"
      cancel="Keep it"
      danger
      disabled={typed !== user.email}
      onSubmit={remove}
      onClose={onClose}
    >
      {owns ? (
        <AccountEmailField
          label="Hand over to"
          hint={`They own ${user.storesOwned === 1 ? "a store" : `${user.storesOwned} stores`}, which nobody loses by this: say whose ${user.storesOwned === 1 ? "it becomes" : "they become"}.`}
          name="handOverTo"
          value={handOverTo}
          error={errors.handOverTo}
          onChange={(value) => {
            setHandOverTo(value);
            clearError("handOverTo");
          }}
        />
      ) : null}
      <Field
        label={
          <>
            Type <strong className="wrap-anywhere font-semibold">{user.email}</strong> to confirm
          </>
        }
      >
        {(control) => (
          <Input
            {...control}
            value={typed}
            autoFocus={!owns}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
    </FormDialog>
  );
}
