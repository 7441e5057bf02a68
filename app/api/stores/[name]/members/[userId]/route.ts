import * as contract from "@/lib/http/contract/members";
import { toMemberResource } from "@/lib/http/resources/member-resource";
import { noContent, ok } from "@/lib/http/serving/reply";
import { serve } from "@/lib/http/serving/serve";
import { changeMember } from "@/lib/services/members/change-member";
import { removeMember } from "@/lib/services/members/remove-member";

export const PATCH = serve(contract.changeMember, ({ ctx, params, body }) =>
  ok(toMemberResource(changeMember(ctx, params.name, params.userId, body.role))),
);

export const DELETE = serve(contract.removeMember, ({ ctx, params }) => {
  removeMember(ctx, params.name, params.userId);
  return noContent();
});
