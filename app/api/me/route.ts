import * as contract from "@/lib/http/contract/account";
import { noContent, ok } from "@/lib/http/reply";
import { serve } from "@/lib/http/serve";
import { toUserResource } from "@/lib/http/user-resource";
import { deleteMe } from "@/lib/services/accounts/delete-me";
import { getMe } from "@/lib/services/accounts/get-me";

export const GET = serve(contract.getMe, ({ ctx }) =>
  ok({ user: toUserResource(getMe(ctx)), credential: ctx.actor.credential }),
);

export const DELETE = serve(contract.deleteMe, async ({ ctx, body }) => {
  await deleteMe(ctx, body.password);
  return noContent();
});
