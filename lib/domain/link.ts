/** Links that let somebody in once. */
export const linkKinds = ["setup", "invitation", "password"] as const;
export type LinkKind = (typeof linkKinds)[number];

const dayMs = 24 * 60 * 60 * 1_000;

/** How long a link of each kind can be used. The one for the set-up is made anew at each start. */
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

/** The secret stands in the fragment: a browser sends it to no server, so that no log and no referrer has it. */
export function linkAddress(appUrl: string, kind: LinkKind, secret: string): string {
  return `${new URL(pages[kind], appUrl).href}#${secret}`;
}
