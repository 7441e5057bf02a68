import { toast } from "sonner";

/** A full load afterwards: nothing of the account stays in the page's memory. */
export async function leave(): Promise<void> {
  try {
    const { signOut } = await import("next-auth/react");
    await signOut({ redirect: false });
    window.location.assign("/sign-in");
  } catch {
    toast.error("You could not be signed out. Check your connection and try again.");
  }
}
