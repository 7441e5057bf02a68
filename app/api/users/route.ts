import * as contract from "@/lib/http/contract/users";
import { ok } from "@/lib/http/reply";
import { serve } from "@/lib/http/serve";
import { toUserResource } from "@/lib/http/user-resource";
import { listUsers } from "@/lib/services/accounts/list-users";

export const GET = serve(contract.listUsers, ({ ctx, query }) => {
  const { users, nextCursor } = listUsers(ctx, query);
  return ok({ users: users.map(toUserResource), nextCursor });
});
