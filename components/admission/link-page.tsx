"use client";

import type { LinkKind } from "@/lib/domain/link";
import { Button } from "../ui/button";
import { Skeleton } from "../ui/skeleton";
import { TextLink } from "../ui/text-link";
import { AuthCard } from "./auth-card";
import { RedeemForm } from "./redeem-form";
import { useLink } from "./use-link";

interface LinkPageProps {
  kind: LinkKind;
  title: string;
  /** Who is signed in in this browser already. */
  signedInAs: string | null;
}

/** The page that a link leads to: what it is for, and the form that uses it. */
export function LinkPage({ kind, title, signedInAs }: LinkPageProps) {
  const found = useLink();
  if (found.state === "looking") {
    return (
      <AuthCard title={title}>
        <p role="status" className="sr-only">
          Looking the link up
        </p>
        <div className="mt-3 flex flex-col gap-4">
          <Skeleton className="h-4 w-64 max-w-full" />
          <Skeleton className="mt-4 h-10" />
          <Skeleton className="h-28" />
          <Skeleton className="h-10" />
        </div>
      </AuthCard>
    );
  }
  if (found.state === "closed") {
    return (
      <AuthCard
        title={found.tryAgain ? "The link could not be looked up" : "This link does not work"}
        description={found.sentence}
        aside={
          <>
            You have an account? <TextLink href="/sign-in">Sign in</TextLink>
          </>
        }
      >
        {found.tryAgain ? (
          <Button variant="primary" className="mt-6 h-10 w-full" onClick={() => window.location.reload()}>
            Try again
          </Button>
        ) : (
          <p className="mt-4 border-line border-t pt-4 text-[0.8125rem] text-ink-muted leading-5">
            {wayOn[kind]}
          </p>
        )}
      </AuthCard>
    );
  }
  return <RedeemForm secret={found.secret} link={found.link} signedInAs={signedInAs} />;
}

/** How one comes by a new link of each kind. */
const wayOn: Record<LinkKind, string> = {
  setup:
    "Each start of Storeyard makes a new set-up link while there is no admin: npm run up prints it. Where there is one, ask them to invite you.",
  invitation: "Whoever invited you can make a new link under Accounts, Invitations.",
  password: "Any admin can make a new link under Accounts, from the menu beside your name.",
};
