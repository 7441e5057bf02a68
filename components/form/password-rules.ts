import { shortestPassword } from "@/lib/domain/password-length";

export interface PasswordRule {
  label: string;
  /** Null: only the server can tell. */
  met: boolean | null;
}

/** What a new password has to be, and what can be said of it while it is typed. */
export function passwordRules(password: string, email: string): PasswordRule[] {
  const typed = password !== "";
  return [
    { label: `At least ${shortestPassword} characters`, met: password.length >= shortestPassword },
    {
      label: "Not your e-mail address",
      met: typed && password.toLowerCase() !== email.trim().toLowerCase(),
    },
    { label: "None of those that are guessed first", met: null },
  ];
}
