import { newPassword } from "@/lib/domain/new-password";
import { AppError } from "@/lib/errors";

let commonest: Promise<Set<string>> | undefined;

/** Read when the first password is chosen: the list is half a megabyte. */
async function readCommonest(): Promise<Set<string>> {
  const { dictionary } = await import("@zxcvbn-ts/language-common");
  const longEnough = dictionary["passwords-common"].filter((word) => newPassword.safeParse(word).success);
  return new Set(longEnough.map((word) => word.toLowerCase()));
}

/** Refuses what somebody who guesses tries first. Throws AppError `invalid` at `field`. */
export async function assertGoodPassword(password: string, email: string, field: string): Promise<void> {
  const refuse = (sentence: string) => new AppError("invalid", sentence, { field });
  const parsed = newPassword.safeParse(password);
  if (!parsed.success) throw refuse(parsed.error.issues[0]?.message ?? "Choose another password.");
  const lower = password.toLowerCase();
  if (lower === email.toLowerCase())
    throw refuse("Your e-mail address is no secret. Choose another password.");
  commonest ??= readCommonest();
  if ((await commonest).has(lower)) {
    throw refuse("This is one of the passwords that are guessed first. Choose another one.");
  }
}
