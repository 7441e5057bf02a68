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
  /** Id of the admin who looks. */
  me: string;
  search: string | undefined;
}

/** The people of the installation. */
export function AccountList({ users, providers, me, search }: AccountListProps) {
  return (
    <Card aria-label="Accounts">
      {users.length === 0 ? (
        <Empty
          icon={<SearchX />}
          title="Nobody found"
          action={
            <Button asChild>
              <Link href="/accounts">Show everybody</Link>
            </Button>
          }
        >
          {search ? `No e-mail address has “${search}” in it.` : "There is nobody on this page any more."}
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
