import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignInForm } from "@/components/frame/sign-in-form";
import { Card } from "@/components/ui/card";
import { callbackPath } from "@/lib/auth/callback-path";
import { findCurrentActor } from "@/lib/auth/current-actor";
import { signInErrorSentence } from "@/lib/domain/sign-in-refusal";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { callbackUrl, error } = await searchParams;
  const path = callbackPath(callbackUrl);
  if (await findCurrentActor()) redirect(path as "/");
  return (
    <Card className="px-5 py-6 shadow-float sm:px-7 sm:py-8">
      <h1 className="font-semibold text-xl tracking-[-0.015em]">Sign in</h1>
      <p className="mt-1 text-ink-muted text-sm">Welcome back to your stores.</p>
      <SignInForm callbackPath={path} failure={signInErrorSentence(error)} />
    </Card>
  );
}
