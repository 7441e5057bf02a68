import { readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

/** The module of a file: `lib/kube`, `lib/env` for lib/env.ts, `app`, `server` for server.ts. */
export function moduleOf(path: string): string {
  const [top = "", second = ""] = path.split("/");
  return top === "lib" ? `lib/${second.replace(/\.ts$/, "")}` : top.replace(/\.(ts|mjs)$/, "");
}

/** Imports that `rules` do not allow. */
export function wrongImports(files: string[], rules: Record<string, string[]>): string[] {
  return files.flatMap((file) =>
    importsOf(file)
      .filter((path) => /^(lib|app|components|server|scripts|cluster|images|tests)\b/.test(path))
      .filter((path) => moduleOf(path) !== moduleOf(file) && !rules[moduleOf(file)]?.includes(moduleOf(path)))
      .map((path) => `${file} → ${path}`),
  );
}

/** The folders of one parent folder that import each other, directly or through others. */
export function folderCycles(files: string[]): string[] {
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

/** The two folders below the common folder of two files. Empty if one of the files is in the common folder itself. */
function siblingFolders(file: string, imported: string): [string?, string?] {
  const one = file.split("/");
  const other = imported.split("/");
  const depth = one.findIndex((part, index) => part !== other[index]);
  if (depth < 1 || depth >= one.length - 1 || depth >= other.length - 1) return [];
  return [one.slice(0, depth + 1).join("/"), other.slice(0, depth + 1).join("/")];
}

/** The paths that a file imports, relative to the project; packages by their name. */
export function importsOf(file: string, source = readFileSync(file, "utf8")): string[] {
  return [...source.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].flatMap(([, path = ""]) => {
    if (path.startsWith("@/")) return [path.slice(2)];
    return path.startsWith(".") ? [normalize(join(dirname(file), path))] : [path];
  });
}

/** The imports of a file without its type imports. */
export function valueImportsOf(file: string): string[] {
  const source = readFileSync(file, "utf8")
    .replaceAll(/(import|export) type [^;]*;/g, "")
    .replaceAll(/import \{(\s*type [\w$]+( as \w+)?,?)+\s*\} from[^;]*;/g, "");
  return importsOf(file, source);
}

/** All of `sources` that the browser loads for a file, including itself. */
export function reachedFrom(file: string, sources: string[], reached = new Set<string>()): Set<string> {
  if (reached.has(file)) return reached;
  reached.add(file);
  for (const path of valueImportsOf(file)) {
    const imported = [path, `${path}.ts`, `${path}.tsx`].find((candidate) => sources.includes(candidate));
    if (imported) reachedFrom(imported, sources, reached);
  }
  return reached;
}
