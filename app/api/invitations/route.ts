import * as contract from "@/lib/http/contract/users";
import { toInvitationResource } from "@/lib/http/resources/invitation-resource";
import { created, ok } from "@/lib/http/serving/reply";
import { serve } from "@/lib/http/serving/serve";
import { invite } from "@/lib/services/accounts/invite";
import { listInvitations } from "@/lib/services/accounts/list-invitations";

export const GET = serve(contract.listInvitations, ({ ctx }) =>
  ok({ invitations: listInvitations(ctx).map(toInvitationResource) }),
);

export const POST = serve(contract.invite, ({ ctx, body }) => {
  const { invitation, link } = invite(ctx, body);
  return created({ invitation: toInvitationResource(invitation), link });
});
