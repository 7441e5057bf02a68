"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { callApi } from "../api-client";
import { AccountDialog } from "../form/account-dialog";
import { notifyDone } from "../form/notify-done";
import { storeRoleLabels, storeRoleMeanings } from "./store-role-label";

const roles = ["viewer", "manager"] as const;
const choices = roles.map((value) => ({
  value,
  label: storeRoleLabels[value],
  meaning: storeRoleMeanings[value],
}));

/** Adds an account as a member of the store. */
export function AddMemberDialog({ store, onClose }: { store: string; onClose: () => void }) {
  const router = useRouter();
  const [role, setRole] = useState<(typeof roles)[number]>("viewer");

  async function add(email: string) {
    await callApi("POST", `/api/stores/${store}/members`, { email, role });
    notifyDone(`${email} added.`);
    onClose();
    router.refresh();
  }

  return (
    <AccountDialog
      title="Add a member"
      description="The person needs an account on this installation."
      missingEmail="Enter the e-mail address of the person to add."
      role={{ value: role, choices, onChange: setRole }}
      submit="Add member"
      send={add}
      onClose={onClose}
    />
  );
}
