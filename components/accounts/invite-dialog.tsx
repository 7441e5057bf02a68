"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { type Role, roles } from "@/lib/domain/actor";
import { roleLabels, roleMeanings } from "../account/role-label";
import { callApi } from "../api-client";
import { AccountDialog } from "../form/account-dialog";
import { SecretDialog } from "../form/secret-dialog";

const choices = roles.map((value) => ({ value, label: roleLabels[value], meaning: roleMeanings[value] }));

/** Creates an invitation and shows its link once. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const router = useRouter();
  const [role, setRole] = useState<Role>("member");
  const [created, setCreated] = useState<{ email: string; link: string } | null>(null);

  async function invite(email: string) {
    const { link } = await callApi<{ link: string }>("POST", "/api/invitations", { email, role });
    setCreated({ email, link });
    router.refresh();
  }

  if (created !== null) {
    return (
      <SecretDialog
        title={`Invitation for ${created.email}`}
        what="link"
        secret={created.link}
        onClose={onClose}
      >
        Send it to this person only: Storeyard sends no mail. It works once, for 7 days.
      </SecretDialog>
    );
  }
  return (
    <AccountDialog
      title="Invite somebody"
      description="You get a link to send to them. They use it to create their account."
      missingEmail="Enter the e-mail address of the person to invite."
      role={{ value: role, choices, onChange: setRole }}
      submit="Create invitation"
      send={invite}
      onClose={onClose}
    />
  );
}
