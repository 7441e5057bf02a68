import { signIn } from "next-auth/react";

/** Null where it worked, else a sentence. Which of the two was wrong is not said. */
export async function signInWithPassword(email: string, password: string): Promise<string | null> {
  try {
    const result = await signIn("credentials", { email, password, redirect: false });
    if (result?.ok) return null;
    if (result?.error === "CredentialsSignin") return "E-mail or password is wrong.";
    // Counted out: the server says when to come back.
    if (result?.error && (result.status === 429 || result.status === 503)) return result.error;
  } catch {
    return "Storeyard can’t be reached. Check your connection and try again.";
  }
  return "Signing in did not work. Try again in a moment.";
}
