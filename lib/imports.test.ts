import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";

/** The modules that a module may import from, besides itself. Imports point one way, towards the domain. */
const allowed: Record<string, string[]> = {
  "lib/domain": [],
  "lib/errors": [],
  "lib/log": [],
  "lib/env": ["lib/domain"],
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
  components: ["lib/domain", "lib/engines", "lib/http", "lib/services"],
  app: ["lib/domain", "lib/errors", "lib/auth", "lib/http", "lib/services", "lib/get-app", "components"],
};

const sources = globSync(["lib/**/*.ts", "app/**/*.{ts,tsx}", "components/**/*.{ts,tsx}"]).filter(
  (file) => !file.includes(".test."),
);

function moduleOf(path: string): string {
  const [top = "", second = ""] = path.split("/");
  return top === "lib" ? `lib/${second.replace(/\.ts$/, "")}` : top;
}

function importsOf(file: string, source = readFileSync(file, "utf8")): string[] {
  return [...source.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].flatMap(([, path = ""]) => {
    if (path.startsWith("@/")) return [path.slice(2)];
    return path.startsWith(".") ? [normalize(join(dirname(file), path))] : [path];
  });
}

/** What a file brings along when it runs: types are gone by then. */
function valueImportsOf(file: string): string[] {
  const source = readFileSync(file, "utf8")
    .replaceAll(/(import|export) type [^;]*;/g, "")
    .replaceAll(/import \{(\s*type [\w$]+( as \w+)?,?)+\s*\} from[^;]*;/g, "");
  return importsOf(file, source);
}

/** All modules that the browser loads for a file, including the file itself. */
function reachedFrom(file: string, reached = new Set<string>()): Set<string> {
  if (reached.has(file)) return reached;
  reached.add(file);
  for (const path of valueImportsOf(file)) {
    const imported = [path, `${path}.ts`, `${path}.tsx`].find((candidate) => sources.includes(candidate));
    if (imported) reachedFrom(imported, reached);
  }
  return reached;
}

describe("the modules", () => {
  it("are all covered by this test", () => {
    expect(new Set(sources.map(moduleOf))).toEqual(new Set(Object.keys(allowed)));
  });

  it("import in one direction", () => {
    const wrong = sources.flatMap((file) =>
      importsOf(file)
        .filter((path) => /^(lib|app|components)\//.test(path))
        .filter(
          (path) => moduleOf(path) !== moduleOf(file) && !allowed[moduleOf(file)]?.includes(moduleOf(path)),
        )
        .map((path) => `${file} → ${path}`),
    );
    expect(wrong).toEqual([]);
  });

  it("keep server code out of browser bundles", () => {
    const isServers = (path: string) =>
      /^node:|^lib\/(auth|boot|db|env|events|get-app|helm|inspect|kube|limits|log|metrics|operations|reconcile|services|worker)\b/.test(
        path,
      );
    const pages = sources.filter((file) => readFileSync(file, "utf8").startsWith('"use client"'));
    expect(pages.length).toBeGreaterThan(50);
    const loaded = new Set(pages.flatMap((file) => [...reachedFrom(file)]));
    const wrong = [...loaded].flatMap((file) =>
      valueImportsOf(file)
        .filter(isServers)
        .map((path) => `${file} → ${path}`),
    );
    expect(wrong).toEqual([]);
    // Only the engines' icons.
    expect(
      [...loaded].filter((file) => moduleOf(file) === "lib/engines" && !/-icons?\.tsx?$/.test(file)),
    ).toEqual([]);
  });

  it("use the web framework only at the edge", () => {
    const wrong = sources.filter(
      (file) =>
        !/^(app|components|lib\/auth)\//.test(file) &&
        importsOf(file).some((path) => /^next(-auth)?(\/|$)/.test(path)),
    );
    expect(wrong).toEqual([]);
  });

  it("read the environment in one place", () => {
    const wrong = sources.filter(
      (file) => file !== "lib/env.ts" && /process\.env/.test(readFileSync(file, "utf8")),
    );
    expect(wrong).toEqual([]);
  });

  it("have no utils, helpers or barrel files", () => {
    expect(sources.filter((file) => /(utils?|helpers?|common|misc|index)\.tsx?$/.test(file))).toEqual([]);
  });
});
