import { createHash, timingSafeEqual } from "node:crypto";

/** Whether a request has the METRICS_TOKEN as its bearer token. False if METRICS_TOKEN is not set. */
export function hasMetricsToken(headers: Headers, token: string | undefined): boolean {
  const given = /^Bearer +(\S+) *$/i.exec(headers.get("authorization") ?? "")?.[1];
  if (token === undefined || given === undefined) return false;
  return timingSafeEqual(digest(given), digest(token));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
