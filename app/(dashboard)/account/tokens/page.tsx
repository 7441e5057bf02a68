import type { Metadata } from "next";
import { TokenList } from "@/components/account/token-list";
import { requireCtx } from "@/lib/auth/current-actor";
import { toTokenResource } from "@/lib/http/resources/token-resource";
import { listMyTokens } from "@/lib/services/accounts/list-my-tokens";

export const metadata: Metadata = { title: "API tokens" };

export default async function TokensPage() {
  const ctx = await requireCtx();
  return <TokenList tokens={listMyTokens(ctx).map(toTokenResource)} isAdmin={ctx.actor.role === "admin"} />;
}
