import { z } from "zod";
import type { ProviderProfile } from "./providers";

const api = "https://api.github.com";
const timeoutMs = 5_000;

const userShape = z.object({ id: z.number().int() });
const emailsShape = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }));

/**
 * The GitHub account of an access token. The e-mail address of the public profile is not used, since GitHub does not say
 * whether it is verified. Throws if GitHub does not answer.
 */
export async function readGitHubProfile(accessToken: string): Promise<ProviderProfile> {
  const [user, emails] = await Promise.all([
    get("/user", accessToken).then((body) => userShape.parse(body)),
    get("/user/emails", accessToken).then((body) => emailsShape.parse(body)),
  ]);
  const primary = emails.find((each) => each.primary);
  return {
    subject: String(user.id),
    email: primary?.email,
    emailVerified: primary?.verified ?? false,
  };
}

async function get(path: string, accessToken: string): Promise<unknown> {
  const response = await fetch(`${api}${path}`, {
    headers: { Authorization: `Bearer ${accessToken}`, Accept: "application/vnd.github+json" },
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (!response.ok) throw new Error(`GitHub answered ${response.status} to ${path}`);
  return await response.json();
}
