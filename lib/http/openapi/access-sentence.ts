import { leastRoleFor } from "@/lib/domain/store-role";
import type { Access } from "../contract/operation";

/** Who may call it, in a sentence. */
export function accessSentence(access: Access): string {
  switch (access.who) {
    case "anyone":
      return "Anyone may.";
    case "account":
      return `Takes a token with the scope \`${access.scope}\`, or a sign-in.`;
    case "session":
      return "Takes a sign-in in the browser: a token may not.";
    case "member":
      return `Takes a member of the store, as its ${leastRoleFor(access.verb)} at least, with a token of the scope \`${access.verb === "read" ? "read" : "write"}\` or a sign-in.`;
    case "admin":
      return "Takes an admin, with a token of the scope `admin` or a sign-in.";
  }
}
