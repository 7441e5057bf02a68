import type { Metadata } from "next";
import { SessionList } from "@/components/account/session-list";
import { requireCtx } from "@/lib/auth/current-actor";
import { toSessionResource } from "@/lib/http/resources/session-resource";
import { getSignInOptions } from "@/lib/services/accounts/get-sign-in-options";
import { listSessions } from "@/lib/services/sessions/list-sessions";

export const metadata: Metadata = { title: "Sessions" };

export default async function SessionsPage() {
  const ctx = await requireCtx();
  return (
    <SessionList
      sessions={listSessions(ctx).map(toSessionResource)}
      providers={getSignInOptions(ctx).providers}
    />
  );
}
