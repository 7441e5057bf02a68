import * as contract from "@/lib/http/contract/account";
import { toUserResource } from "@/lib/http/resources/user-resource";
import { noContent, ok } from "@/lib/http/serving/reply";
import { serve } from "@/lib/http/serving/serve";
import { deleteMe } from "@/lib/services/accounts/delete-me";
import { getMe } from "@/lib/services/accounts/get-me";

export const GET = serve(contract.getMe, ({ ctx }) =>
  ok({ user: toUserResource(getMe(ctx)), credential: ctx.actor.credential }),
);

export const DELETE = serve(contract.deleteMe, async ({ ctx, body }) => {
  await deleteMe(ctx, body.password);
  return noContent();
});
