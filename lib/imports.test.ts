import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  folderCycles,
  importsOf,
  moduleOf,
  reachedFrom,
  valueImportsOf,
  wrongImports,
} from "@/tests/support/import-graph";

/** The modules that each module may import. Imports point one way, towards the domain. */
const allowed: Record<string, string[]> = {
  "lib/domain": [],
  "lib/errors": [],
  "lib/log": [],
  "lib/read-certificates": [],
  "lib/env": ["lib/domain", "lib/read-certificates"],
  "lib/db": ["lib/domain"],
  "lib/kube": ["lib/domain", "lib/errors"],
  "lib/diagnosis": ["lib/domain", "lib/errors", "lib/kube"],
  "lib/helm": ["lib/domain", "lib/errors", "lib/kube"],
  "lib/events": ["lib/domain", "lib/db"],
  "lib/limits": ["lib/domain", "lib/errors"],
  "lib/metrics": ["lib/domain", "lib/db", "lib/events"],
  "lib/engines": ["lib/domain", "lib/errors", "lib/env", "lib/helm", "lib/kube"],
  "lib/inspect": ["lib/domain", "lib/errors", "lib/diagnosis", "lib/helm", "lib/kube"],
  "lib/services": [
    "lib/domain",
    "lib/errors",
    "lib/env",
    "lib/db",
    "lib/engines",
    "lib/events",
    "lib/limits",
    "lib/inspect",
    "lib/metrics",
    "lib/operations",
  ],
  "lib/reconcile": [
    "lib/domain",
    "lib/errors",
    "lib/env",
    "lib/db",
    "lib/events",
    "lib/engines",
    "lib/helm",
    "lib/kube",
    "lib/diagnosis",
  ],
  "lib/operations": [
    "lib/domain",
    "lib/errors",
    "lib/env",
    "lib/db",
    "lib/events",
    "lib/engines",
    "lib/helm",
    "lib/kube",
    "lib/diagnosis",
    "lib/reconcile",
  ],
  "lib/worker": [
    "lib/domain",
    "lib/errors",
    "lib/db",
    "lib/diagnosis",
    "lib/events",
    "lib/kube",
    "lib/operations",
    "lib/reconcile",
  ],
  "lib/assemble-app": [
    "lib/domain",
    "lib/env",
    "lib/log",
    "lib/db",
    "lib/events",
    "lib/engines",
    "lib/helm",
    "lib/inspect",
    "lib/kube",
    "lib/limits",
    "lib/metrics",
    "lib/operations",
    "lib/reconcile",
    "lib/services",
  ],
  "lib/boot": [
    "lib/assemble-app",
    "lib/errors",
    "lib/env",
    "lib/get-app",
    "lib/db",
    "lib/diagnosis",
    "lib/helm",
    "lib/kube",
    "lib/metrics",
    "lib/operations",
    "lib/reconcile",
    "lib/services",
    "lib/worker",
  ],
  "lib/get-app": ["lib/services"],
  "lib/auth": ["lib/domain", "lib/errors", "lib/env", "lib/services", "lib/get-app"],
  "lib/http": [
    "lib/domain",
    "lib/errors",
    "lib/auth",
    "lib/engines",
    "lib/operations",
    "lib/services",
    "lib/get-app",
  ],
  server: ["lib/env", "lib/auth", "lib/http", "lib/boot"],
  components: ["lib/domain", "lib/engines", "lib/http", "lib/services"],
  app: ["lib/domain", "lib/errors", "lib/auth", "lib/http", "lib/services", "lib/get-app", "components"],
};

/** Builds, starts and tests the app. Nothing of the app imports it; a bench may use what the tests use. */
const tooling: Record<string, string[]> = {
  scripts: [
    "lib/domain",
    "lib/env",
    "lib/db",
    "lib/engines",
    "lib/reconcile",
    "lib/services",
    "cluster",
    "tests",
  ],
  cluster: ["scripts"],
  images: ["scripts"],
  "next.config": ["scripts"],
  "playwright.config": ["scripts"],
  "vitest.config": ["scripts"],
  "postcss.config": [],
  "drizzle.config": [],
};

const isTest = (file: string) => file.includes(".test.");
/** The app: what runs in its process or in the browser. */
const sources = globSync([
  "server.ts",
  "lib/**/*.ts",
  "app/**/*.{ts,tsx}",
  "components/**/*.{ts,tsx}",
]).filter((file) => !isTest(file));
const toolingSources = globSync([
  "*.config.{ts,mjs}",
  "scripts/**/*.ts",
  "cluster/**/*.ts",
  "images/*/recipe/*.ts",
]).filter((file) => !isTest(file));

describe("imports", () => {
  it("are checked in every module", () => {
    expect(new Set(sources.map(moduleOf))).toEqual(new Set(Object.keys(allowed)));
    expect(new Set(toolingSources.map(moduleOf))).toEqual(new Set(Object.keys(tooling)));
  });

  it("point in the allowed directions", () => {
    expect(wrongImports(sources, allowed)).toEqual([]);
    expect(wrongImports(toolingSources, tooling)).toEqual([]);
  });

  it("form no cycle between folders, at any level", () => {
    expect(folderCycles([...sources, ...toolingSources])).toEqual([]);
  });

  it("of client components do not reach server code", () => {
    const isServerCode = (path: string) =>
      /^node:|^lib\/(auth|boot|db|env|events|get-app|helm|inspect|kube|limits|log|metrics|operations|reconcile|services|worker)\b/.test(
        path,
      );
    const clientFiles = sources.filter((file) => readFileSync(file, "utf8").startsWith('"use client"'));
    expect(clientFiles.length).toBeGreaterThan(50);
    const loaded = new Set(clientFiles.flatMap((file) => [...reachedFrom(file, sources)]));
    const wrong = [...loaded].flatMap((file) =>
      valueImportsOf(file)
        .filter(isServerCode)
        .map((path) => `${file} → ${path}`),
    );
    expect(wrong).toEqual([]);
    // Of the engines, client code needs the icons only.
    expect(
      [...loaded].filter((file) => moduleOf(file) === "lib/engines" && !/-icons?\.tsx?$/.test(file)),
    ).toEqual([]);
  });

  it("of the web framework occur at the edge only", () => {
    const wrong = sources.filter(
      (file) =>
        !/^(app\/|components\/|lib\/auth\/|server\.ts)/.test(file) &&
        importsOf(file).some((path) => /^next(-auth)?(\/|$)/.test(path)),
    );
    expect(wrong).toEqual([]);
  });

  it("of the environment: only lib/env.ts reads process.env", () => {
    const wrong = sources.filter(
      (file) => file !== "lib/env.ts" && /process\.env/.test(readFileSync(file, "utf8")),
    );
    expect(wrong).toEqual([]);
  });

  it("of catch-all files do not exist", () => {
    expect(sources.filter((file) => /(utils?|helpers?|common|misc|index)\.tsx?$/.test(file))).toEqual([]);
  });
});
