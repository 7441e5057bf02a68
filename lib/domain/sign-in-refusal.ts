/** Why somebody whom a provider vouched for is not let in, for the sign-in page. */
export const signInRefusals = {
  disabled: "This account is disabled. Ask an admin to enable it again.",
  unverified:
    "The provider does not say that your e-mail address is verified. Verify it there, or sign in with your password.",
  uninvited: "Nobody with this e-mail address was invited. Ask an admin for an invitation.",
  "not-set-up": "Storeyard has no admin yet. Open the set-up link that npm run up printed first.",
} as const;

export type SignInRefusal = keyof typeof signInRefusals;

/** The sentence for the `error` that the sign-in page is opened with; null where there is none. */
export function signInErrorSentence(code: string | string[] | undefined): string | null {
  if (code === undefined) return null;
  if (typeof code === "string" && Object.hasOwn(signInRefusals, code)) {
    return signInRefusals[code as SignInRefusal];
  }
  return "Signing in did not work. Try again, or choose another way.";
}
