import { readFileSync } from "node:fs";

const keyFile = "/run/secrets/storeyard/publishable-key";

/** Reads the secret at the first request, because it exists only in a pod, not during the build. */
let key: string | undefined;

/** Medusa's publishable key, which gives these pages access to the shop's products. */
export function publishableKey(): string {
  key ??= readFileSync(/* turbopackIgnore: true */ keyFile, "utf8").trim();
  return key;
}

export function medusaOrigin(): string {
  return process.env.MEDUSA_ORIGIN ?? "http://127.0.0.1:9000";
}

/** The shop's public address. */
export function storeUrl(): string {
  return process.env.STORE_URL ?? "http://localhost:8080";
}
