import { allOperations } from "@/lib/http/contract/all-operations";

/** What is written down beside the API's operations. */
const others: Record<string, string> = {
  signIn: "Sign in",
  signOut: "Sign out",
  linkIdentity: "Sign in with a provider for the first time",
};

/** A deed in words: an operation's own title, as the API's documentation has it. */
export function describeAction(action: string): string {
  return allOperations.find(({ id }) => id === action)?.summary ?? others[action] ?? action;
}
