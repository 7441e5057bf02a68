import { hash, type Options, verify } from "@node-rs/argon2";

// A const enum of the library, which single-file compilation can't read: Argon2id.
const argon2id = 2 as Options["algorithm"];

/** OWASP's recommendation: 19 MiB and two passes, about 30 ms. */
const parameters: Options = { algorithm: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

let decoy: Promise<string> | undefined;

export function hashPassword(password: string): Promise<string> {
  return hash(canonical(password), parameters);
}

/** Compared if the account has no hash, so that both cases take the same time. */
export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword("nobody's password");
  const matches = await verify(passwordHash ?? (await decoy), canonical(password));
  return passwordHash !== null && matches;
}

/** Unicode allows several encodings of one character. */
function canonical(password: string): string {
  return password.normalize("NFKC");
}
