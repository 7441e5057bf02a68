import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AuthCard } from "@/components/admission/auth-card";
import { ProviderButtons } from "@/components/admission/provider-buttons";
import { RegisterForm } from "@/components/admission/register-form";
import { TextLink } from "@/components/ui/text-link";
import { callbackPath, withCallback } from "@/lib/auth/callback-path";
import { getVisitorCtx } from "@/lib/auth/current-actor";
import { getSignInOptions } from "@/lib/services/accounts/get-sign-in-options";

export const metadata: Metadata = { title: "Create an account" };

export default async function RegisterPage({ searchParams }: PageProps<"/register">) {
  const path = callbackPath((await searchParams).callbackUrl);
  const ctx = await getVisitorCtx();
  if (ctx.actor) redirect(path as "/");
  const { providers, openRegistration, needsSetup } = getSignInOptions(ctx);
  const signIn = (
    <>
      Already have an account? <TextLink href={withCallback("/sign-in", path)}>Sign in</TextLink>
    </>
  );
  if (!openRegistration || needsSetup) {
    return (
      <AuthCard
        title="By invitation only"
        description="This installation creates accounts by invitation. Ask an admin for an invitation link."
        aside={signIn}
      />
    );
  }
  return (
    <AuthCard
      title="Create an account"
      description="You can create your first store right away."
      aside={signIn}
    >
      <RegisterForm callbackPath={path} />
      <ProviderButtons providers={providers} callbackPath={path} />
    </AuthCard>
  );
}
