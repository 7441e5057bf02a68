import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { contentHash } from "./content-hash";

describe("the content hash of the images", () => {
  let source: string;
  const hash = (change: { base?: string; woocommerce?: string } = {}) =>
    contentHash({
      source,
      folders: ["wordpress"],
      base: change.base ?? "debian:1",
      beside: { woocommerce: change.woocommerce ?? "none" },
    });

  beforeEach(() => {
    source = mkdtempSync(join(tmpdir(), "images-"));
    mkdirSync(join(source, "wordpress/plugins"), { recursive: true });
    writeFileSync(join(source, "wordpress/Containerfile"), "FROM scratch\n");
    writeFileSync(join(source, "wordpress/start"), "#!/bin/sh\n");
    symlinkSync("start", join(source, "wordpress/begin"));
  });
  afterEach(() => rmSync(source, { recursive: true }));

  it("has twelve hexadecimal digits and is deterministic", () => {
    expect(hash()).toMatch(/^[0-9a-f]{12}$/);
    expect(hash()).toBe(hash());
  });

  it.each<[string, () => void]>([
    ["a file's content", () => writeFileSync(join(source, "wordpress/Containerfile"), "FROM other\n")],
    ["a new file", () => writeFileSync(join(source, "wordpress/new"), "")],
    ["a file's name", () => writeFileSync(join(source, "wordpress/Containerfile2"), "FROM scratch\n")],
    ["a file's executable bit", () => chmodSync(join(source, "wordpress/start"), 0o755)],
    [
      "a link's target",
      () => {
        rmSync(join(source, "wordpress/begin"));
        symlinkSync("Containerfile", join(source, "wordpress/begin"));
      },
    ],
  ])("depends on %s", (_, change) => {
    const before = hash();
    change();
    expect(hash()).not.toBe(before);
  });

  it("depends on the base Debian and on WooCommerce", () => {
    expect(new Set([hash(), hash({ base: "debian:2" }), hash({ woocommerce: "c1d5" })]).size).toBe(3);
  });

  it("does not depend on other images' folders", () => {
    const before = hash();
    mkdirSync(join(source, "medusa"));
    writeFileSync(join(source, "medusa/Containerfile"), "FROM scratch\n");
    expect(hash()).toBe(before);
  });

  it.each([".next/trace", "node_modules/x", "next-env.d.ts", "tsconfig.tsbuildinfo"])(
    "does not cover build output: %s",
    (file) => {
      const before = hash();
      mkdirSync(join(source, "wordpress", file, ".."), { recursive: true });
      writeFileSync(join(source, "wordpress", file), "left");
      expect(hash()).toBe(before);
    },
  );

  it("does not cover the recipes", () => {
    const before = hash();
    mkdirSync(join(source, "wordpress/recipe"));
    writeFileSync(join(source, "wordpress/recipe/family.ts"), "");
    expect(hash()).toBe(before);
  });

  it("does not cover a zip in the folder, because WOOCOMMERCE_ZIP determines the input", () => {
    const before = hash();
    writeFileSync(join(source, "wordpress/plugins/woocommerce.zip"), "zip");
    expect(hash()).toBe(before);
  });
});
