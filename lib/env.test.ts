import { describe, expect, it } from "vitest";
import { readSettings } from "./env";

describe("the sign-in providers", () => {
  it("are empty by default", () => {
    const settings = readSettings({});
    expect(settings.auth.providers).toEqual([]);
    expect(settings.openRegistration).toBe(false);
  });

  it("are those with all their variables set", () => {
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
