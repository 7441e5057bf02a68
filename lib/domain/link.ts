/** Links that grant access once. */
export const linkKinds = ["setup", "invitation", "password"] as const;
export type LinkKind = (typeof linkKinds)[number];

const dayMs = 24 * 60 * 60 * 1_000;

/** Lifetime of each kind of link. Each start creates a new set-up link. */
export const linkLifetimeMs: Record<LinkKind, number> = {
  setup: 30 * dayMs,
  invitation: 7 * dayMs,
  password: dayMs,
};

const pages: Record<LinkKind, string> = {
  setup: "/setup",
  invitation: "/join",
  password: "/new-password",
};

/** The secret is in the fragment, which browsers do not send to servers, so no log and no referrer contains it. */
export function linkAddress(appUrl: string, kind: LinkKind, secret: string): string {
  return `${new URL(pages[kind], appUrl).href}#${secret}`;
}
