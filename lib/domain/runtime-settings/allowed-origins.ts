import { z } from "zod";

const mostOrigins = 20;
const example = "such as https://www.example.com";

/** Why this text is not an origin that a store can allow, as a sentence; null if it is one. */
export function whyNotOrigin(text: string): string | null {
  const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  if (text.includes("*")) return `“${shown}” would allow unknown websites. Name each origin, ${example}.`;
  if (text === "null") {
    return `“null” is the origin of local files and isolated frames, which any website can open. Name each origin, ${example}.`;
  }
  if (parseOrigin(text) !== null) return null;
  return `“${shown}” is not an origin. An origin is http:// or https://, a host and, where it differs, the port, ${example}.`;
}

/** Origins as browsers send them, each once. The caller has checked them. */
export function normalizeOrigins(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap((text) => parseOrigin(text) ?? []))];
}

export const allowedOrigins = z
  .array(z.string().trim(), { error: "The origins must be a list." })
  .max(mostOrigins, { error: `At most ${mostOrigins} origins can be allowed.` })
  .superRefine((texts, context) => {
    const reason = texts.map(whyNotOrigin).find((found) => found !== null);
    if (reason) context.addIssue({ code: "custom", message: reason });
  });

function parseOrigin(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { protocol, hostname, origin, href } = new URL(text);
  const isHost = /^(\[[0-9a-f:.]+\]|[a-z0-9]([a-z0-9.-]*[a-z0-9])?)$/.test(hostname);
  // A path, a query and credentials would be ignored by browsers.
  if (!/^https?:$/.test(protocol) || !isHost || href !== `${origin}/`) return null;
  return origin;
}
