import type { Metadata } from "next";
import { LinkPage } from "@/components/admission/link-page";
import { findCurrentActor } from "@/lib/auth/current-actor";

export const metadata: Metadata = { title: "Set up Storeyard" };

export default async function SetUpPage() {
  const actor = await findCurrentActor();
  return <LinkPage kind="setup" title="Set up Storeyard" signedInAs={actor?.email ?? null} />;
}
