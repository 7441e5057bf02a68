import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { Store } from "@/lib/domain/store";
import { listLanguages } from "@/lib/domain/store-languages";
import { readSettings } from "@/lib/env";
import { createHelm } from "@/lib/helm/render-chart";
import { helmBinary } from "@/tests/support/helm-binary";
import { buildStoreValues } from "./store-chart";

const config = {
  title: "Lamps",
  adminEmail: "ann@example.com",
  country: "DE",
  currency: "EUR",
  sampleProduct: true,
};
const images = { wordpress: "localhost/wordpress:test", mariadb: "localhost/mariadb:test" };

async function render(more: Partial<Store["config"]>): Promise<string> {
  const url = "http://store-lamps.localhost";
  const store = {
    name: "lamps",
    type: "wordpress",
    url,
    config: { ...config, ...more },
    runtimeSettings: {},
  } as Store;
  const helm = createHelm({ binary: await helmBinary() });
  const { text } = await helm.render({
    chart: "charts/store",
    valuesFiles: ["values-local.yaml"],
    release: "lamps",
    namespace: "store-lamps",
    values: buildStoreValues(store, images, readSettings({})),
  });
  return text;
}

it("a shop gets its language and time zone", async () => {
  const text = await render({ language: "de_DE", timeZone: "America/Argentina/Buenos_Aires" });
  expect(text).toContain('{ name: STORE_LANGUAGE, value: "de_DE" }');
  expect(text).toContain('{ name: STORE_TIME_ZONE, value: "America/Argentina/Buenos_Aires" }');
});

it("a store from before there was a language keeps its pods as they are", async () => {
  expect(await render({})).not.toMatch(/STORE_LANGUAGE|STORE_TIME_ZONE/);
  expect(await render({ language: null, timeZone: null })).toBe(await render({}));
});

it("the image has a file for each language that can be chosen", () => {
  const languages = readFileSync("images/wordpress/prepare/languages.txt", "utf8").trim().split("\n");
  expect(languages).toEqual(
    listLanguages()
      .map(({ code }) => code)
      .sort(),
  );
});
