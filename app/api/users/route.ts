import * as contract from "@/lib/http/contract/users";
import { toUserResource } from "@/lib/http/resources/user-resource";
import { ok } from "@/lib/http/serving/reply";
import { serve } from "@/lib/http/serving/serve";
import { listUsers } from "@/lib/services/accounts/list-users";

export const GET = serve(contract.listUsers, ({ ctx, query }) => {
  const { users, nextCursor } = listUsers(ctx, query);
  return ok({ users: users.map(toUserResource), nextCursor });
});
