import type { Metadata } from "next";
import { LinkPage } from "@/components/admission/link-page";
import { findCurrentActor } from "@/lib/auth/current-actor";

export const metadata: Metadata = { title: "Choose a new password" };

export default async function NewPasswordPage() {
  const actor = await findCurrentActor();
  return <LinkPage kind="password" title="Choose a new password" signedInAs={actor?.email ?? null} />;
}
