import { expect, it } from "vitest";
import { createStoreInput } from "@/lib/domain/create-store-input";
import { listCountries, listCurrencies } from "@/lib/domain/list-countries";
import { currencyOfCountry } from "./currency-of-country";

const currencies = new Set(listCurrencies().map(({ code }) => code));

it("every proposed currency is offered by the form", () => {
  for (const { code } of listCountries()) {
    const currency = currencyOfCountry(code);
    if (currency !== undefined) expect([code, currencies.has(currency)]).toEqual([code, true]);
  }
  expect([currencyOfCountry("DE"), currencyOfCountry("CH"), currencyOfCountry("XX")]).toEqual([
    "EUR",
    "CHF",
    undefined,
  ]);
});

it("the API accepts every country and currency of the form", () => {
  const base = { name: "blue", type: "wordpress" };
  for (const { code: country } of listCountries()) {
    expect([country, createStoreInput.safeParse({ ...base, country }).success]).toEqual([country, true]);
  }
  for (const currency of currencies) {
    expect([currency, createStoreInput.safeParse({ ...base, currency }).success]).toEqual([currency, true]);
  }
});

it("former countries are not offered", () => {
  const codes = listCountries().map(({ code }) => code);
  for (const gone of ["DD", "SU", "YU", "ZZ", "EU", "UK"]) expect(codes).not.toContain(gone);
  expect(codes.length).toBeGreaterThan(240);
});
