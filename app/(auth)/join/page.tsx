import type { Metadata } from "next";
import { LinkPage } from "@/components/admission/link-page";
import { findCurrentActor } from "@/lib/auth/current-actor";

export const metadata: Metadata = { title: "Join Storeyard" };

export default async function JoinPage() {
  const actor = await findCurrentActor();
  return <LinkPage kind="invitation" title="Join Storeyard" signedInAs={actor?.email ?? null} />;
}
