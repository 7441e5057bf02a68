import { expect, test } from "vitest";
import { readAddress } from "./address-form";

const whole = {
  email: " ada@example.com ",
  first_name: "Ada",
  last_name: "Lovelace",
  address_1: "1 Test Street",
  postal_code: "10115",
  city: "Berlin",
  country_code: "de",
};

function read(over: Record<string, string> = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...whole, ...over })) form.set(name, value);
  return readAddress(form, ["de"]);
}

test("a complete address is accepted and trimmed", () => {
  expect(read()).toMatchObject({
    email: "ada@example.com",
    missing: [],
    address: { city: "Berlin", country_code: "de" },
  });
});

test.each([
  ["a city that contains only spaces", { city: "  " }, ["city"]],
  ["an invalid e-mail address", { email: "ada" }, ["email"]],
  ["a country to which the shop does not sell", { country_code: "fr" }, ["country_code"]],
])("%s is refused", (_, over, missing) => {
  expect(read(over as unknown as Record<string, string>).missing).toEqual(missing);
});
