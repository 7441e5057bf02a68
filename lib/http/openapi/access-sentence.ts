import { leastRoleFor } from "@/lib/domain/store-role";
import type { Access } from "../contract/operation";

/** A sentence that says who can call an operation. */
export function accessSentence(access: Access): string {
  switch (access.who) {
    case "anyone":
      return "Needs no authentication.";
    case "account":
      return `Requires a token with the scope \`${access.scope}\`, or a browser session.`;
    case "session":
      return "Requires a browser session. API tokens are refused.";
    case "member":
      return `Requires the role ${leastRoleFor(access.verb)} or higher in the store, and a token with the scope \`${access.verb === "read" ? "read" : "write"}\` or a browser session.`;
    case "admin":
      return "Requires an admin account, and a token with the scope `admin` or a browser session.";
  }
}
