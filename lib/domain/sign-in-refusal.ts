/** Why a provider's user is refused, for the sign-in page. */
export const signInRefusals = {
  disabled: "This account is disabled. Ask an admin to enable it again.",
  unverified:
    "The provider has not verified your e-mail address. Verify it there, or sign in with your password.",
  uninvited: "There is no invitation for your e-mail address. Ask an admin for one.",
  "not-set-up": "Storeyard has no admin account yet. Open the set-up link that npm run up printed first.",
} as const;

export type SignInRefusal = keyof typeof signInRefusals;

/** The message for the sign-in page's `error` parameter; null if there is none. */
export function signInErrorSentence(code: string | string[] | undefined): string | null {
  if (code === undefined) return null;
  if (typeof code === "string" && Object.hasOwn(signInRefusals, code)) {
    return signInRefusals[code as SignInRefusal];
  }
  return "Sign-in failed. Try again, or choose another sign-in method.";
}
