import * as contract from "@/lib/http/contract/users";
import { toUserResource } from "@/lib/http/resources/user-resource";
import { noContent, ok } from "@/lib/http/serving/reply";
import { serve } from "@/lib/http/serving/serve";
import { changeUser } from "@/lib/services/accounts/change-user";
import { deleteUser } from "@/lib/services/accounts/delete-user";
import { getUser } from "@/lib/services/accounts/get-user";

export const GET = serve(contract.getUser, ({ ctx, params }) => ok(toUserResource(getUser(ctx, params.id))));

export const PATCH = serve(contract.changeUser, ({ ctx, params, body, ifMatch }) =>
  ok(toUserResource(changeUser(ctx, params.id, body, ifMatch(toUserResource)))),
);

export const DELETE = serve(contract.deleteUser, ({ ctx, params, query, ifMatch }) => {
  deleteUser(ctx, params.id, query, ifMatch(toUserResource));
  return noContent();
});
