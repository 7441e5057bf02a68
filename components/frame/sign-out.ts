import { toast } from "sonner";

/** Ends the session and loads the sign-in page in full, so that the page's memory keeps nothing of the account. */
export async function signOut(): Promise<void> {
  try {
    const auth = await import("next-auth/react");
    await auth.signOut({ redirect: false });
    window.location.assign("/sign-in");
  } catch {
    toast.error("Sign-out failed. Check your connection and try again.");
  }
}
