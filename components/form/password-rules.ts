import { shortestPassword } from "@/lib/domain/password-length";

export interface PasswordRule {
  label: string;
  /** Null: only the server can check it. */
  met: boolean | null;
}

/** The rules of a new password, and whether the typed text meets them. */
export function passwordRules(password: string, email: string): PasswordRule[] {
  const typed = password !== "";
  return [
    { label: `At least ${shortestPassword} characters`, met: password.length >= shortestPassword },
    {
      label: "Not your e-mail address",
      met: typed && password.toLowerCase() !== email.trim().toLowerCase(),
    },
    { label: "Not easy to guess", met: null },
  ];
}
