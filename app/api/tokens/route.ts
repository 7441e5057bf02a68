import * as contract from "@/lib/http/contract/account";
import { toTokenResource } from "@/lib/http/resources/token-resource";
import { created, ok } from "@/lib/http/serving/reply";
import { serve } from "@/lib/http/serving/serve";
import { createMyToken } from "@/lib/services/accounts/create-my-token";
import { listMyTokens } from "@/lib/services/accounts/list-my-tokens";

export const GET = serve(contract.listTokens, ({ ctx }) =>
  ok({ tokens: listMyTokens(ctx).map(toTokenResource) }),
);

export const POST = serve(contract.createToken, ({ ctx, body }) => {
  const { token, secret } = createMyToken(ctx, body);
  return created({ token: toTokenResource(token), secret });
});
