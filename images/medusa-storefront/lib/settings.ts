import { readFileSync } from "node:fs";

const keyFile = "/run/secrets/storeyard/publishable-key";

/** Read at the first request, not when the pages are built: the secret is there only in a pod. */
let key: string | undefined;

/** Lets this shop's pages, and no other's, ask Medusa for this shop's products. */
export function publishableKey(): string {
  key ??= readFileSync(/* turbopackIgnore: true */ keyFile, "utf8").trim();
  return key;
}

export function medusaOrigin(): string {
  return process.env.MEDUSA_ORIGIN ?? "http://127.0.0.1:9000";
}

/** The shop's address as its visitors know it. */
export function storeUrl(): string {
  return process.env.STORE_URL ?? "http://localhost:8080";
}
