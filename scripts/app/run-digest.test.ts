import { describe, expect, it } from "vitest";
import { runDigest } from "./run-digest";

const digest = (env: Record<string, string>, host = "127.0.0.1") =>
  runDigest({ build: "b", files: "f", host, env: { STOREYARD_STATE: "/state", ...env } });

describe("the digest of a run of the app", () => {
  it.each<[string, string]>([
    ["METRICS_TOKEN", "a-token-of-sixteen-or-more"],
    ["RATE_LIMIT_PER_MINUTE", "7"],
    ["RATE_LIMIT_CREATES_PER_MINUTE", "7"],
    ["RATE_LIMIT_SIGN_INS_PER_QUARTER_HOUR", "7"],
    ["TRUSTED_PROXIES", "10.0.0.1"],
    ["MAX_STORES", "7"],
    ["NEXTAUTH_URL", "https://stores.example"],
    ["WORDPRESS_VERSIONS", "WordPress 6.9.4"],
    ["WOOCOMMERCE_AVAILABLE", "false"],
  ])("changes with %s, so that the app is restarted", (name, value) => {
    expect(digest({ [name]: value })).not.toBe(digest({}));
  });

  it("changes with the address that the app listens on", () => {
    expect(digest({}, "0.0.0.0")).not.toBe(digest({}));
  });

  it("stays the same for the same settings, also if a default is set explicitly", () => {
    expect(digest({ MAX_STORES: "5", METRICS_TOKEN: "" })).toBe(digest({}));
  });

  it("is an error for an invalid setting", () => {
    expect(() => digest({ TRUSTED_PROXIES: "everybody" })).toThrow("TRUSTED_PROXIES");
  });
});
