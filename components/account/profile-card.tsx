import type { UserResource } from "@/lib/http/user-resource";
import { Day } from "../live/day";
import { Card, CardHeader } from "../ui/card";
import { Fact, Facts } from "../ui/facts";
import { roleLabels, roleMeanings } from "./role-label";

/** Who is signed in, as the installation knows them. */
export function ProfileCard({ user, methods }: { user: UserResource; methods: string[] }) {
  return (
    <Card aria-labelledby="profile-title">
      <CardHeader id="profile-title" title="Profile" />
      <Facts>
        <Fact term="E-mail">
          <span className="wrap-anywhere">{user.email}</span>
        </Fact>
        <Fact term="Role">
          {roleLabels[user.role]}
          <span className="block font-normal text-ink-muted">{roleMeanings[user.role]}</span>
        </Fact>
        <Fact term="Signs in with">{methods.join(", ") || "A new password, by a link from an admin"}</Fact>
        <Fact term="Stores owned">{user.storesOwned}</Fact>
        <Fact term="Account since">
          <Day at={user.createdAt} />
        </Fact>
      </Facts>
    </Card>
  );
}
