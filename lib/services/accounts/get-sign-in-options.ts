import type { AnonymousCtx, Ctx } from "../app-context";
import { needsSetUp } from "./needs-set-up";

export interface SignInOptions {
  /** The providers that users can sign in with. */
  providers: { id: string; label: string }[];
  /** Whether everybody may create an account. */
  openRegistration: boolean;
  /** Whether the first admin does not exist yet. */
  needsSetup: boolean;
}

/** The sign-in methods that the sign-in page offers. */
export function getSignInOptions({ app }: AnonymousCtx | Ctx): SignInOptions {
  return {
    providers: app.settings.auth.providers.map(({ id, label }) => ({ id, label })),
    openRegistration: app.settings.openRegistration,
    needsSetup: needsSetUp(app.db),
  };
}
