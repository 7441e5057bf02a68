import { SearchX } from "lucide-react";
import Link from "next/link";
import type { UserResource } from "@/lib/http/resources/user-resource";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { Empty } from "../ui/empty";
import { AccountRow } from "./account-row";

interface AccountListProps {
  users: UserResource[];
  providers: { id: string; label: string }[];
  /** Id of the signed-in admin. */
  me: string;
  search: string | undefined;
}

/** The installation's accounts. */
export function AccountList({ users, providers, me, search }: AccountListProps) {
  return (
    <Card aria-label="Accounts">
      {users.length === 0 ? (
        <Empty
          icon={<SearchX />}
          title="No accounts found"
          action={
            <Button asChild>
              <Link href="/accounts">Show all accounts</Link>
            </Button>
          }
        >
          {search ? `No e-mail address contains “${search}”.` : "This page has no accounts."}
        </Empty>
      ) : (
        <ul className="divide-y divide-line">
          {users.map((user) => (
            <AccountRow key={user.id} user={user} providers={providers} isMe={user.id === me} />
          ))}
        </ul>
      )}
    </Card>
  );
}
