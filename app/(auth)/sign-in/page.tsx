import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AuthCard } from "@/components/admission/auth-card";
import { ProviderButtons } from "@/components/admission/provider-buttons";
import { SignInForm } from "@/components/admission/sign-in-form";
import { Callout } from "@/components/ui/callout";
import { TextLink } from "@/components/ui/text-link";
import { callbackPath, withCallback } from "@/lib/auth/callback-path";
import { getVisitorCtx } from "@/lib/auth/current-actor";
import { rememberedCallbackPath } from "@/lib/auth/remembered-callback-path";
import { signInErrorSentence } from "@/lib/domain/sign-in-refusal";
import { getSignInOptions } from "@/lib/services/accounts/get-sign-in-options";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { callbackUrl, error } = await searchParams;
  const ctx = await getVisitorCtx();
  // A provider's refusal leads here without the page that was asked for: next-auth's cookie still has it.
  const path =
    callbackUrl === undefined && error !== undefined
      ? await rememberedCallbackPath(ctx.app.settings)
      : callbackPath(callbackUrl);
  if (ctx.actor) redirect(path as "/");
  const { providers, openRegistration, needsSetup } = getSignInOptions(ctx);
  return (
    <AuthCard
      title="Sign in"
      description="Use your Storeyard account."
      aside={
        openRegistration && !needsSetup ? (
          <>
            New here? <TextLink href={withCallback("/register", path)}>Create an account</TextLink>
          </>
        ) : (
          "Accounts are created by invitation. Ask an admin for one."
        )
      }
    >
      {needsSetup ? (
        <Callout tone="info" title="Storeyard has no admin yet." className="mt-5">
          Open the set-up link that <code className="font-mono text-[0.8125rem]">npm run up</code> printed to
          create the first account.
        </Callout>
      ) : null}
      <SignInForm callbackPath={path} failure={signInErrorSentence(error)} />
      <ProviderButtons providers={providers} callbackPath={path} />
    </AuthCard>
  );
}
