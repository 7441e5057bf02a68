import type { Metadata } from "next";
import { InvitationList } from "@/components/accounts/invitation-list";
import { requireAdminCtx } from "@/lib/auth/current-actor";
import { toInvitationResource } from "@/lib/http/resources/invitation-resource";
import { listInvitations } from "@/lib/services/accounts/list-invitations";

export const metadata: Metadata = { title: "Invitations" };

export default async function InvitationsPage() {
  const ctx = await requireAdminCtx();
  return <InvitationList invitations={listInvitations(ctx).map(toInvitationResource)} />;
}
