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

const words: Record<LinkKind, { title: string; submit: string }> = {
  setup: { title: "Set up Storeyard", submit: "Create the first account" },
  invitation: { title: "Join Storeyard", submit: "Create your account" },
  password: { title: "Choose a new password", submit: "Save and sign in" },
};

/** Uses a link, and goes straight in. */
export function RedeemForm({ secret, link, signedInAs }: RedeemFormProps) {
  async function redeem(email: string, password: string): Promise<string> {
    const admitted = await callApi<{ email: string }>(
      "POST",
      "/api/links/redeem",
      { secret, email: link.email === null ? email : undefined, password },
      { anonymous: true },
    );
    return admitted.email;
  }

  return (
    <AuthCard title={words[link.kind].title} description={describe(link)}>
      <ChoosePasswordForm email={link.email ?? undefined} submit={words[link.kind].submit} send={redeem}>
        {signedInAs !== null && signedInAs !== link.email ? (
          <p className="text-center text-[0.8125rem] text-ink-muted leading-5">
            This browser is signed in as {signedInAs} and will be signed in anew.
          </p>
        ) : null}
      </ChoosePasswordForm>
    </AuthCard>
  );
}

function describe({ kind, role }: LinkView): string {
  if (kind === "setup") return "You become its first admin: you invite others, and see to plans and limits.";
  if (kind === "password") return "You will be signed out everywhere else.";
  return role === "admin"
    ? "You are invited as an admin: you run the installation, and see all stores."
    : "You are invited to open stores of your own and to work on others’.";
}
