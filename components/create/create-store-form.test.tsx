// @vitest-environment jsdom
import { screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import type { OfferedPlanResource } from "@/lib/http/resources/plan-resource";
import type { StoreTypeOffer } from "@/lib/services/app-context";
import { fakeApi, problem } from "@/tests/support/fake-api";
import { renderInApp } from "@/tests/support/render-in-app";
import { CreateStoreForm } from "./create-store-form";

const types: StoreTypeOffer[] = [
  {
    type: "woocommerce",
    label: "WooCommerce shop",
    gives: "A shop.",
    mainPart: { title: "Shop", phrase: "the shop" },
    sells: true,
    hasLocale: true,
    sampleProducts: 1,
    versions: [],
    available: true,
  },
  {
    type: "wordpress",
    label: "WordPress site",
    gives: "A site.",
    mainPart: { title: "Site", phrase: "the site" },
    sells: false,
    hasLocale: true,
    sampleProducts: 0,
    versions: [],
    available: true,
  },
  {
    type: "medusa",
    label: "Medusa shop",
    gives: "A shop.",
    mainPart: { title: "Shop", phrase: "the shop" },
    sells: true,
    hasLocale: false,
    sampleProducts: 3,
    versions: [],
    available: false,
    reason: "The Medusa images are missing.",
  },
];

function plan(id: string, name: string, storesLeft: number): OfferedPlanResource {
  const limits = { pods: 10, cpuMillis: 1_000, memoryMib: 1_024, storageMib: 2_048, volumeMib: 1_024 };
  const gives = types.map(({ type, label }) => ({
    type,
    label,
    summary: `sizes for ${type}`,
    containers: [],
  }));
  return { id, name, storesPerUser: 2, storesLeft, gives, updatedAt: "2026-01-05T12:00:00.000Z", ...limits };
}

const plans = [plan("small", "Small", 2), plan("standard", "Standard", 1), plan("large", "Large", 0)];

/** Answers checks of a name with `taken`, and creates with `created`. */
function fakeStores(taken: string[], created: () => Response = () => Response.json({ name: "teapots" })) {
  return fakeApi(({ method, path }) => {
    if (method === "POST") return created();
    const name = path.split("/").at(-1) ?? "";
    return Response.json({
      available: !taken.includes(name),
      reason: taken.includes(name) ? `The name “${name}” is taken.` : null,
    });
  });
}

function renderForm(used = 0, offered = types) {
  return renderInApp(
    <CreateStoreForm
      types={offered}
      plans={plans}
      platform={{ used, most: 5 }}
      address={{ prefix: "http://store-", suffix: ".localhost:8080" }}
      countries={[
        { code: "US", name: "United States", language: "en_US", timeZone: "America/New_York" },
        { code: "DE", name: "Germany", language: "de_DE", timeZone: "Europe/Berlin" },
      ]}
      currencies={[
        { code: "USD", name: "US dollar" },
        { code: "EUR", name: "Euro" },
      ]}
      languages={[
        { code: "en_US", name: "American English" },
        { code: "de_DE", name: "German (Germany)" },
        { code: "ja", name: "Japanese" },
      ]}
      timeZones={["America/New_York", "Asia/Tokyo", "Europe/Berlin"]}
    />,
  );
}

const nameField = () => screen.getByRole("textbox", { name: "Name" });
const description = (element: HTMLElement) =>
  document.getElementById(element.getAttribute("aria-describedby") ?? "")?.textContent ?? "";

it("creates the store with the entered values and opens its page", async () => {
  const calls = fakeStores([]);
  const { user, router } = renderForm();
  await user.type(nameField(), "Tea Pots");
  expect(nameField()).toHaveProperty("value", "tea-pots");
  await user.selectOptions(screen.getByRole("combobox", { name: "Country" }), "DE");
  expect(screen.getByRole("combobox", { name: "Currency" })).toHaveProperty("value", "EUR");
  await user.click(screen.getByRole("button", { name: "Create store" }));
  await waitFor(() => expect(router.push).toHaveBeenCalledWith("/stores/teapots"));
  expect(calls.find(({ method }) => method === "POST")?.body).toEqual({
    name: "tea-pots",
    type: "woocommerce",
    plan: "standard",
    country: "DE",
    currency: "EUR",
    language: "de_DE",
    timeZone: "Europe/Berlin",
    sampleProduct: true,
  });
});

it("language and time zone follow the country, and can be chosen", async () => {
  const calls = fakeStores([]);
  const { user } = renderForm();
  const choose = (field: string, value: string) =>
    user.selectOptions(screen.getByRole("combobox", { name: field }), value);
  expect(description(screen.getByRole("combobox", { name: "Language" }))).toBe("");
  await choose("Country", "DE");
  const language = screen.getByRole("combobox", { name: "Language" });
  expect(language).toHaveProperty("value", "de_DE");
  expect(description(language)).toContain("in English until the store has fetched their translation");
  await choose("Language", "ja");
  await choose("Time zone", "Asia/Tokyo");
  await user.type(nameField(), "teapots");
  await user.click(screen.getByRole("button", { name: "Create store" }));
  await waitFor(() => expect(calls.some(({ method }) => method === "POST")).toBe(true));
  expect(calls.find(({ method }) => method === "POST")?.body).toMatchObject({
    country: "DE",
    language: "ja",
    timeZone: "Asia/Tokyo",
  });
});

it("a type without a language and a time zone shows neither field and sends neither", async () => {
  const calls = fakeStores([]);
  const { user } = renderForm(0, [{ ...(types[2] as StoreTypeOffer), available: true }]);
  expect(screen.queryByRole("combobox", { name: "Language" })).toBeNull();
  expect(screen.queryByRole("combobox", { name: "Time zone" })).toBeNull();
  await user.type(nameField(), "teapots");
  await user.click(screen.getByRole("button", { name: "Create store" }));
  await waitFor(() => expect(calls.some(({ method }) => method === "POST")).toBe(true));
  const sent = calls.find(({ method }) => method === "POST")?.body;
  expect(sent).not.toHaveProperty("language");
  expect(sent).not.toHaveProperty("timeZone");
});

it("an invalid name is refused at its field, the field gets the focus, and nothing is sent", async () => {
  const calls = fakeStores([]);
  const { user } = renderForm();
  await user.type(nameField(), "a..b");
  await user.click(screen.getByRole("button", { name: "Create store" }));
  await waitFor(() => expect(nameField().getAttribute("aria-invalid")).toBe("true"));
  await waitFor(() => expect(document.activeElement).toBe(nameField()));
  expect(calls.filter(({ method }) => method === "POST")).toEqual([]);
});

it("shows while the user types whether the name is available", async () => {
  fakeStores(["teapots"]);
  const { user } = renderForm();
  await user.type(nameField(), "teapot");
  await waitFor(() => expect(description(nameField())).toMatch(/store-teapot\.localhost:8080.*Available$/));
  await user.type(nameField(), "s");
  await waitFor(() => expect(description(nameField())).toBe("The name “teapots” is taken."));
  expect(nameField().getAttribute("aria-invalid")).toBe("true");
});

it("an error of the API is shown at its field and disappears on a change", async () => {
  fakeStores([], () => problem(409, "Taken.", [{ field: "title", message: "The title is too long." }]));
  const { user, router } = renderForm();
  await user.type(nameField(), "teapots");
  const title = screen.getByRole("textbox", { name: "Title" });
  await user.click(screen.getByRole("button", { name: "Create store" }));
  await waitFor(() => expect(description(title)).toBe("The title is too long."));
  expect(document.activeElement).toBe(title);
  expect(router.push).not.toHaveBeenCalled();
  await user.type(title, "T");
  expect(title.getAttribute("aria-invalid")).toBeNull();
});

it("a title that is too long is kept as it is, refused at its field, and not sent", async () => {
  const calls = fakeStores([]);
  const { user } = renderForm();
  await user.type(nameField(), "teapots");
  const title = screen.getByRole("textbox", { name: "Title" });
  const long = "Teapots ".repeat(11).trim();
  await user.click(title);
  await user.paste(long);
  expect(title).toHaveProperty("value", long);
  expect(description(title)).toBe("The title may have at most 80 characters. This one has 87.");
  await user.click(screen.getByRole("button", { name: "Create store" }));
  expect(document.activeElement).toBe(title);
  expect(calls.filter(({ method }) => method === "POST")).toEqual([]);
  await user.type(title, "{Backspace>7/}");
  expect(title.getAttribute("aria-invalid")).toBeNull();
});

it("an unavailable type and a used-up plan are disabled and say why", async () => {
  fakeStores([]);
  const { user } = renderForm();
  const medusa = screen.getByRole("radio", { name: /Medusa shop/ });
  expect(medusa).toHaveProperty("disabled", true);
  expect(description(medusa)).toBe("The Medusa images are missing.");
  expect(screen.getByRole("radio", { name: /Large/ })).toHaveProperty("disabled", true);
  expect(screen.getByText("None left")).toBeDefined();

  await user.click(medusa);
  expect(screen.getByRole("radio", { name: /WooCommerce shop/ })).toHaveProperty("checked", true);
  await user.click(screen.getByRole("radio", { name: /WordPress site/ }));
  expect(screen.getByRole("radio", { name: /WordPress site/ })).toHaveProperty("checked", true);
});

it("sample products are offered for types that have sample products", async () => {
  fakeStores([]);
  const { user } = renderForm();
  expect(screen.getByRole("switch", { name: "Add a sample product" })).toBeDefined();
  await user.click(screen.getByRole("radio", { name: /WordPress site/ }));
  expect(screen.queryByRole("switch")).toBeNull();
});

it("a site without a shop has no currency and no words of a shop", async () => {
  const calls = fakeStores([]);
  const { user } = renderForm();
  expect(screen.getByRole("combobox", { name: "Currency" })).toBeDefined();
  await user.click(screen.getByRole("radio", { name: /WordPress site/ }));
  expect(screen.queryByRole("combobox", { name: "Currency" })).toBeNull();
  expect(description(screen.getByRole("textbox", { name: "Title" }))).toContain("at the top of the site");
  await user.type(nameField(), "notes");
  await user.click(screen.getByRole("button", { name: "Create store" }));
  await waitFor(() => expect(calls.some(({ method }) => method === "POST")).toBe(true));
  const sent = calls.find(({ method }) => method === "POST")?.body;
  expect(sent).toEqual({
    name: "notes",
    type: "wordpress",
    plan: "standard",
    country: "US",
    language: "en_US",
    timeZone: "America/New_York",
  });
});

it("a message says that the installation is full", () => {
  fakeStores([]);
  renderForm(5);
  expect(screen.getByText("This installation has reached its limit of 5 stores.")).toBeDefined();
});

it("each plan lists what a store of the chosen type gets", async () => {
  fakeStores([]);
  const { user } = renderForm();
  const small = screen.getByRole("radio", { name: /Small/ });
  expect(description(small)).toContain("sizes for woocommerce");
  await user.click(screen.getByRole("radio", { name: /WordPress site/ }));
  expect(description(small)).toContain("sizes for wordpress");
  expect(description(small)).not.toContain("woocommerce");
});
