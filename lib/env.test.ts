import { describe, expect, it } from "vitest";
import { readSettings } from "./env";

/** A certificate that signed itself. */
const ca = "tests/fixtures/tls/shop.crt";

describe("the sign-in providers", () => {
  it("are empty by default", () => {
    const settings = readSettings({});
    expect(settings.auth.providers).toEqual([]);
    expect(settings.openRegistration).toBe(false);
  });

  it("are the providers whose variables are all set", () => {
    const { auth } = readSettings({
      GITHUB_CLIENT_ID: "a",
      GITHUB_CLIENT_SECRET: "b",
      OIDC_ISSUER: "https://id.example.com",
      OIDC_CLIENT_ID: "c",
      OIDC_CLIENT_SECRET: "d",
      OIDC_NAME: "Example",
      GOOGLE_CLIENT_ID: "",
    });
    expect(auth.providers).toEqual([
      { id: "github", label: "GitHub", clientId: "a", clientSecret: "b" },
      {
        id: "oidc",
        label: "Example",
        issuer: "https://id.example.com",
        clientId: "c",
        clientSecret: "d",
      },
    ]);
  });

  it("are refused with the missing variable if they are incomplete", () => {
    expect(() => readSettings({ OIDC_ISSUER: "https://id.example.com", OIDC_CLIENT_ID: "c" })).toThrow(
      "OIDC_CLIENT_SECRET: is required with OIDC_ISSUER and OIDC_CLIENT_ID",
    );
  });
});

describe("the images and types of engines", () => {
  it("include each named image, by the name of its folder", () => {
    const { images } = readSettings({
      WORDPRESS_IMAGE: "a:1",
      MEDUSA_STOREFRONT_IMAGE: "b:1",
      POSTGRES_IMAGE: "",
    });
    expect(images).toEqual({ wordpress: "a:1", "medusa-storefront": "b:1" });
  });

  it("can be unavailable, with a reason", () => {
    const { availability } = readSettings({
      WOOCOMMERCE_AVAILABLE: "false",
      WOOCOMMERCE_REASON: "There is no zip.",
      MY_SHOP_AVAILABLE: "false",
      MEDUSA_AVAILABLE: "true",
    });
    expect(availability).toEqual({
      woocommerce: { available: false, reason: "There is no zip." },
      "my-shop": { available: false, reason: "MY_SHOP_AVAILABLE is set to false." },
      medusa: { available: true },
    });
  });

  it("are refused if the availability is not a boolean", () => {
    expect(() => readSettings({ MEDUSA_AVAILABLE: "perhaps" })).toThrow(/MEDUSA_AVAILABLE: /);
  });
});

describe("https addresses of stores", () => {
  const https = { STORE_SCHEME: "https", STORE_DOMAIN: "shops.example.com" };

  it.each([
    ["an Ingress without https", https, /INGRESS_ORIGIN: .*TLS_BEFORE_INGRESS=true/],
    [
      "a proxy that ends TLS for http stores",
      { TLS_BEFORE_INGRESS: "true" },
      /TLS_BEFORE_INGRESS: needs STORE_SCHEME=https/,
    ],
    [
      "a certificate authority without https",
      { STORE_CA_FILE: ca },
      /STORE_CA_FILE: needs an INGRESS_ORIGIN with https/,
    ],
    [
      "a certificate authority whose file is missing",
      { ...https, INGRESS_ORIGIN: "https://127.0.0.1", STORE_CA_FILE: "/nowhere/ca.pem" },
      /STORE_CA_FILE: \/nowhere\/ca.pem cannot be used: ENOENT/,
    ],
    [
      "a certificate authority whose file is not a certificate",
      { ...https, INGRESS_ORIGIN: "https://127.0.0.1", STORE_CA_FILE: "package.json" },
      /STORE_CA_FILE: package.json cannot be used: it contains no PEM certificate/,
    ],
  ])("are refused with %s", (_, env, reason) => {
    expect(() => readSettings(env)).toThrow(reason);
  });

  it("are served by an Ingress with https, or behind a proxy that ends TLS", () => {
    expect(readSettings({ ...https, INGRESS_ORIGIN: "https://127.0.0.1" }).tlsBeforeIngress).toBe(false);
    expect(readSettings({ ...https, TLS_BEFORE_INGRESS: "true" }).tlsBeforeIngress).toBe(true);
  });

  it("may be signed by a private certificate authority", () => {
    const settings = readSettings({ ...https, INGRESS_ORIGIN: "https://127.0.0.1", STORE_CA_FILE: ca });
    expect(settings.shopCa).toContain("BEGIN CERTIFICATE");
  });
});
