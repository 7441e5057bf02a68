import { signIn } from "next-auth/react";

/** Resolves to null on success, otherwise to an error message. It does not tell which of the two was wrong. */
export async function signInWithPassword(email: string, password: string): Promise<string | null> {
  try {
    const result = await signIn("credentials", { email, password, redirect: false });
    if (result?.ok) return null;
    if (result?.error === "CredentialsSignin") return "E-mail or password is wrong.";
    // Rate limited: the server's message says when to try again.
    if (result?.error && (result.status === 429 || result.status === 503)) return result.error;
  } catch {
    return "Storeyard can’t be reached. Check your connection and try again.";
  }
  return "Sign-in failed. Try again in a moment.";
}
