import type { Metadata } from "next";
import { DeleteAccount } from "@/components/account/delete-account";
import { PasswordCard } from "@/components/account/password-card";
import { ProfileCard } from "@/components/account/profile-card";
import { signInMethodLabel } from "@/components/account/sign-in-method";
import { requireCtx } from "@/lib/auth/current-actor";
import { toUserResource } from "@/lib/http/resources/user-resource";
import { getMe } from "@/lib/services/accounts/get-me";
import { getSignInOptions } from "@/lib/services/accounts/get-sign-in-options";

export const metadata: Metadata = { title: "Profile" };

export default async function ProfilePage() {
  const ctx = await requireCtx();
  const me = toUserResource(getMe(ctx));
  const { providers } = getSignInOptions(ctx);
  const hasPassword = me.signInMethods.includes("password");
  return (
    <div className="flex flex-col gap-5">
      <ProfileCard
        user={me}
        methods={me.signInMethods.map((method) => signInMethodLabel(method, providers))}
      />
      <PasswordCard email={me.email} hasPassword={hasPassword} />
      <DeleteAccount email={me.email} hasPassword={hasPassword} storesOwned={me.storesOwned} />
    </div>
  );
}
