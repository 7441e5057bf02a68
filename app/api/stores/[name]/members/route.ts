import * as contract from "@/lib/http/contract/members";
import { toMemberResource } from "@/lib/http/resources/member-resource";
import { created, ok } from "@/lib/http/serving/reply";
import { serve } from "@/lib/http/serving/serve";
import { addMember } from "@/lib/services/members/add-member";
import { listMembers } from "@/lib/services/members/list-members";

export const GET = serve(contract.listMembers, ({ ctx, params }) =>
  ok({ members: listMembers(ctx, params.name).map(toMemberResource) }),
);

export const POST = serve(contract.addMember, ({ ctx, params, body }) =>
  created(toMemberResource(addMember(ctx, params.name, body))),
);
