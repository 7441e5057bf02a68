import { describe, expect, it } from "vitest";
import { createStoreInput } from "./create-store-input";
import { listCountries } from "./list-countries";
import { nameOfLanguage } from "./name-of-language";
import { languageOfCountry, listLanguages } from "./store-languages";
import { listTimeZones, timeZoneOfCountry } from "./time-zones";

const countries = listCountries().map(({ code }) => code);
const parse = (more: object) => createStoreInput.safeParse({ name: "blue", type: "wordpress", ...more });

describe("the language of a country", () => {
  it.each([
    ["DE", "de_DE"],
    ["AT", "de_AT"],
    ["BR", "pt_BR"],
    ["MX", "es_MX"],
    ["IL", "he_IL"],
    ["EG", "ar"],
    ["TW", "zh_TW"],
    ["US", "en_US"],
    ["AQ", "en_US"],
  ])("in %s is %s", (country, language) => expect(languageOfCountry(country)).toBe(language));

  it("is one that the API accepts, for every country", () => {
    const offered = new Set(listLanguages().map(({ code }) => code));
    for (const country of countries) {
      expect([country, offered.has(languageOfCountry(country))]).toEqual([country, true]);
    }
  });

  it("names no country twice, and no country that the form does not have", () => {
    const named = countries.filter((country) => languageOfCountry(country) !== "en_US");
    expect(new Set(named).size).toBe(named.length);
    expect(nameOfLanguage("de_DE")).toBe("German (Germany)");
  });
});

describe("the time zone of a country", () => {
  it.each([
    ["DE", "Europe/Berlin"],
    ["US", "America/New_York"],
    ["ES", "Europe/Madrid"],
    ["RU", "Europe/Moscow"],
    ["IN", "Asia/Kolkata"],
    ["UA", "Europe/Kyiv"],
    ["XK", "Europe/Belgrade"],
    ["JP", "Asia/Tokyo"],
  ])("in %s is %s", (country, zone) => expect(timeZoneOfCountry(country)).toBe(zone));

  it("is one that the API accepts, for every country, and is UTC only for uninhabited islands", () => {
    const offered = new Set(listTimeZones());
    const withoutZone = ["BV", "HM"];
    for (const country of countries) {
      const zone = timeZoneOfCountry(country);
      expect([country, offered.has(zone)]).toEqual([country, true]);
      if (!withoutZone.includes(country)) expect([country, zone]).not.toEqual([country, "UTC"]);
    }
  });
});

describe("language and time zone in a request", () => {
  it.each([
    [{ language: "de-DE" }],
    [{ language: "xx_XX" }],
    [{ language: "" }],
    [{ timeZone: "Berlin" }],
    [{ timeZone: "+02:00" }],
    [{ timeZone: "../etc/passwd" }],
    [{ timeZone: "" }],
  ])("cannot be %o", (more) => expect(parse(more).success).toBe(false));

  it.each(["Europe/Berlin", "Asia/Kolkata", "Europe/Kyiv", "UTC"])("can be %s", (timeZone) => {
    expect(parse({ timeZone, language: "ja" }).data).toMatchObject({ timeZone, language: "ja" });
  });

  it("a former name of a time zone becomes the current one", () => {
    expect(parse({ timeZone: "Asia/Calcutta" }).data?.timeZone).toBe("Asia/Kolkata");
  });

  it("can be omitted", () => {
    expect(parse({}).data).not.toHaveProperty("language");
    expect(parse({}).data).not.toHaveProperty("timeZone");
  });
});
