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
  /** E-mail address of the account that this browser is signed in to. */
  signedInAs: string | null;
}

/** The page of a set-up, invitation or password link: looks the link up and shows its form. */
export function LinkPage({ kind, title, signedInAs }: LinkPageProps) {
  const found = useLink();
  if (found.state === "looking") {
    return (
      <AuthCard title={title}>
        <p role="status" className="sr-only">
          Checking the link
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
        title={found.tryAgain ? "The link could not be checked" : "This link is not valid"}
        description={found.sentence}
        aside={
          <>
            Already have an account? <TextLink href="/sign-in">Sign in</TextLink>
          </>
        }
      >
        {found.tryAgain ? (
          <Button variant="primary" className="mt-6 h-10 w-full" onClick={() => window.location.reload()}>
            Try again
          </Button>
        ) : (
          <p className="mt-4 border-line border-t pt-4 text-[0.8125rem] text-ink-muted leading-5">
            {newLinkHints[kind]}
          </p>
        )}
      </AuthCard>
    );
  }
  return <RedeemForm secret={found.secret} link={found.link} signedInAs={signedInAs} />;
}

/** How to get a new link of each kind. */
const newLinkHints: Record<LinkKind, string> = {
  setup:
    "While there is no admin, each start of Storeyard creates a new set-up link: npm run up prints it. If there is an admin, ask them for an invitation.",
  invitation: "Any admin can create a new invitation under Accounts.",
  password: "Any admin can create a new password link under Accounts.",
};
