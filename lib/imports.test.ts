import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";

/** The modules that each module may import. Imports point one way, towards the domain. */
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

/** `lib/kube` for a file in it, `lib/env` for lib/env.ts, `app` for everything in it, `server` for server.ts. */
function moduleOf(path: string): string {
  const [top = "", second = ""] = path.split("/");
  return top === "lib" ? `lib/${second.replace(/\.ts$/, "")}` : top.replace(/\.(ts|mjs)$/, "");
}

/** Imports that `rules` do not allow. */
function wrongImports(files: string[], rules: Record<string, string[]>): string[] {
  return files.flatMap((file) =>
    importsOf(file)
      .filter((path) => /^(lib|app|components|server|scripts|cluster|images|tests)\b/.test(path))
      .filter((path) => moduleOf(path) !== moduleOf(file) && !rules[moduleOf(file)]?.includes(moduleOf(path)))
      .map((path) => `${file} → ${path}`),
  );
}

/** For each folder that contains folders: which of its folders import each other, directly or through others. */
function folderCycles(files: string[]): string[] {
  const graph = new Map<string, Set<string>>();
  for (const file of files) {
    for (const path of importsOf(file)) {
      const [from, to] = siblingFolders(file, path);
      if (from === undefined || to === undefined) continue;
      graph.set(from, (graph.get(from) ?? new Set()).add(to));
    }
  }
  const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
    [...(graph.get(from) ?? [])].some((next) => {
      if (next === to) return true;
      if (seen.has(next)) return false;
      return reaches(next, to, seen.add(next));
    });
  return [...graph].flatMap(([from, all]) =>
    [...all].filter((to) => reaches(to, from)).map((to) => `${from} → ${to}`),
  );
}

/** The two folders below the common folder of two files; nothing where one of them is a file of the common folder. */
function siblingFolders(file: string, imported: string): [string?, string?] {
  const one = file.split("/");
  const other = imported.split("/");
  const depth = one.findIndex((part, index) => part !== other[index]);
  if (depth < 1 || depth >= one.length - 1 || depth >= other.length - 1) return [];
  return [one.slice(0, depth + 1).join("/"), other.slice(0, depth + 1).join("/")];
}

function importsOf(file: string, source = readFileSync(file, "utf8")): string[] {
  return [...source.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].flatMap(([, path = ""]) => {
    if (path.startsWith("@/")) return [path.slice(2)];
    return path.startsWith(".") ? [normalize(join(dirname(file), path))] : [path];
  });
}

/** The imports that remain at run time: without types. */
function valueImportsOf(file: string): string[] {
  const source = readFileSync(file, "utf8")
    .replaceAll(/(import|export) type [^;]*;/g, "")
    .replaceAll(/import \{(\s*type [\w$]+( as \w+)?,?)+\s*\} from[^;]*;/g, "");
  return importsOf(file, source);
}

/** All files of this project that the browser loads for a file, including itself. */
function reachedFrom(file: string, reached = new Set<string>()): Set<string> {
  if (reached.has(file)) return reached;
  reached.add(file);
  for (const path of valueImportsOf(file)) {
    const imported = [path, `${path}.ts`, `${path}.tsx`].find((candidate) => sources.includes(candidate));
    if (imported) reachedFrom(imported, reached);
  }
  return reached;
}

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
    const loaded = new Set(clientFiles.flatMap((file) => [...reachedFrom(file)]));
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
