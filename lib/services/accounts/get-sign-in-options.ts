import type { AnonymousCtx, Ctx } from "../app-context";
import { needsSetUp } from "./needs-set-up";

export interface SignInOptions {
  /** Who else than a password lets somebody in. */
  providers: { id: string; label: string }[];
  /** Whether anybody may make themself an account. */
  openRegistration: boolean;
  /** Whether the first admin is still to be made. */
  needsSetup: boolean;
}

/** What the sign-in page offers. */
export function getSignInOptions({ app }: AnonymousCtx | Ctx): SignInOptions {
  return {
    providers: app.settings.auth.providers.map(({ id, label }) => ({ id, label })),
    openRegistration: app.settings.openRegistration,
    needsSetup: needsSetUp(app.db),
  };
}
