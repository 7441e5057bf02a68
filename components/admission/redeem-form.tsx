"use client";

import type { LinkKind } from "@/lib/domain/link";
import { callApi } from "../api-client";
import { AuthCard } from "./auth-card";
import { ChoosePasswordForm } from "./choose-password-form";
import type { LinkView } from "./use-link";

interface RedeemFormProps {
  secret: string;
  link: LinkView;
  signedInAs: string | null;
}

const labels: Record<LinkKind, { title: string; submit: string }> = {
  setup: { title: "Set up Storeyard", submit: "Create the first account" },
  invitation: { title: "Join Storeyard", submit: "Create your account" },
  password: { title: "Choose a new password", submit: "Save and sign in" },
};

/** The form that uses a link. */
export function RedeemForm({ secret, link, signedInAs }: RedeemFormProps) {
  async function redeem(email: string, password: string): Promise<string> {
    const redeemed = await callApi<{ email: string }>(
      "POST",
      "/api/links/redeem",
      { secret, email: link.email === null ? email : undefined, password },
      { anonymous: true },
    );
    return redeemed.email;
  }

  return (
    <AuthCard title={labels[link.kind].title} description={describe(link)}>
      <ChoosePasswordForm email={link.email ?? undefined} submit={labels[link.kind].submit} send={redeem}>
        {signedInAs !== null && signedInAs !== link.email ? (
          <p className="text-center text-[0.8125rem] text-ink-muted leading-5">
            This browser is signed in as {signedInAs}. Continuing replaces that session.
          </p>
        ) : null}
      </ChoosePasswordForm>
    </AuthCard>
  );
}

function describe({ kind, role }: LinkView): string {
  if (kind === "setup") return "Create the first account. It is an admin and can invite others.";
  if (kind === "password") return "All your other sessions will be signed out.";
  return role === "admin"
    ? "You are invited as an admin. You can manage accounts, plans and all stores."
    : "You are invited as a member. You can create stores and work on stores you are added to.";
}
