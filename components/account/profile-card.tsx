import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import type { UserResource } from "@/lib/http/resources/user-resource";
import { Day } from "../live/day";
import { Card, CardHeader } from "../ui/card";
import { roleLabels, roleMeanings } from "./role-label";

/** The signed-in user's account. */
export function ProfileCard({ user, methods }: { user: UserResource; methods: string[] }) {
  return (
    <Card aria-labelledby="profile-title">
      <CardHeader id="profile-title" title="Profile" />
      <DescriptionList>
        <DescriptionItem term="E-mail">
          <span className="wrap-anywhere">{user.email}</span>
        </DescriptionItem>
        <DescriptionItem term="Role">
          {roleLabels[user.role]}
          <span className="block font-normal text-ink-muted">{roleMeanings[user.role]}</span>
        </DescriptionItem>
        <DescriptionItem term="Sign-in methods">
          {methods.join(", ") || "None: ask an admin for a password link"}
        </DescriptionItem>
        <DescriptionItem term="Stores owned">{user.storesOwned}</DescriptionItem>
        <DescriptionItem term="Created">
          <Day at={user.createdAt} />
        </DescriptionItem>
      </DescriptionList>
    </Card>
  );
}
