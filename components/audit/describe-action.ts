import { allOperations } from "@/lib/http/contract/all-operations";

/** Audited actions that are not operations of the API. */
const others: Record<string, string> = {
  signIn: "Sign in",
  signOut: "Sign out",
  linkIdentity: "Sign in with a provider for the first time",
};

/** The title of an audited action: for an operation of the API, its summary in the API reference. */
export function describeAction(action: string): string {
  return allOperations.find(({ id }) => id === action)?.summary ?? others[action] ?? action;
}
