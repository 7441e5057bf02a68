import type { Metadata } from "next";
import { AccountList } from "@/components/accounts/account-list";
import { Pager } from "@/components/list/pager";
import { SearchBox } from "@/components/list/search-box";
import { searchParam } from "@/components/list/search-param";
import { requireAdminCtx } from "@/lib/auth/current-actor";
import { toUserResource } from "@/lib/http/resources/user-resource";
import { getSignInOptions } from "@/lib/services/accounts/get-sign-in-options";
import { listUsers } from "@/lib/services/accounts/list-users";

export const metadata: Metadata = { title: "Accounts" };

export default async function AccountsPage({ searchParams }: PageProps<"/accounts">) {
  const ctx = await requireAdminCtx();
  const search = await searchParams;
  const q = searchParam(search.q);
  const cursor = searchParam(search.cursor);
  const { users, nextCursor } = listUsers(ctx, { q, cursor });
  return (
    <>
      <div className="mb-4 flex">
        <SearchBox path="/accounts" label="Search by e-mail" value={q} />
      </div>
      <AccountList
        users={users.map(toUserResource)}
        providers={getSignInOptions(ctx).providers}
        me={ctx.actor.userId}
        search={q}
      />
      <Pager path="/accounts" query={{ q }} cursor={cursor} nextCursor={nextCursor} />
    </>
  );
}
