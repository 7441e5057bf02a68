import { newPassword } from "@/lib/domain/new-password";
import { AppError } from "@/lib/errors";

let commonest: Promise<Set<string>> | undefined;

/** Loaded on first use: the list is half a megabyte. */
async function readCommonest(): Promise<Set<string>> {
  const { dictionary } = await import("@zxcvbn-ts/language-common");
  const longEnough = dictionary["passwords-common"].filter((word) => newPassword.safeParse(word).success);
  return new Set(longEnough.map((word) => word.toLowerCase()));
}

/** Refuses commonly used passwords. Throws AppError `invalid` at `field`. */
export async function assertGoodPassword(password: string, email: string, field: string): Promise<void> {
  const refuse = (sentence: string) => new AppError("invalid", sentence, { field });
  const parsed = newPassword.safeParse(password);
  if (!parsed.success) throw refuse(parsed.error.issues[0]?.message ?? "Choose another password.");
  const lower = password.toLowerCase();
  if (lower === email.toLowerCase())
    throw refuse("The password must not be your e-mail address. Choose another password.");
  commonest ??= readCommonest();
  if ((await commonest).has(lower)) {
    throw refuse("This password is commonly used and easy to guess. Choose another password.");
  }
}
