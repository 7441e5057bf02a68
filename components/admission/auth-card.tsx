import type { ReactNode } from "react";
import { Card } from "../ui/card";

interface AuthCardProps {
  title: string;
  description?: ReactNode;
  children?: ReactNode;
  /** A line below the card, e.g. a link to the sign-in page. */
  aside?: ReactNode;
}

/** The card of a page outside a session. */
export function AuthCard({ title, description, children, aside }: AuthCardProps) {
  return (
    <>
      <Card className="px-5 py-6 shadow-float sm:px-7 sm:py-8">
        <h1 className="text-balance font-semibold text-xl tracking-[-0.015em]">{title}</h1>
        {description ? <p className="mt-1 text-ink-muted text-sm leading-6">{description}</p> : null}
        {children}
      </Card>
      {aside ? <p className="mt-5 text-center text-ink-muted text-sm">{aside}</p> : null}
    </>
  );
}
