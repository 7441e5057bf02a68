import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** What the folder of an engine holds, and what each file exports: all of it is named after the folder. */
interface EngineFolder {
  type: string;
  /** The folder's name as TypeScript writes it: `my-shop` is `myShop`. */
  name: string;
}

interface Part {
  /** Ends the file's name, and the name of its export. */
  suffix: string;
  exportSuffix: string;
  /** The module in which those of all engines are collected, and the name under which it exports them. */
  module: string;
  collection: string;
  type: string;
  typeImports: string[];
}

const parts: Part[] = [
  {
    suffix: "",
    exportSuffix: "",
    module: "collected-engines",
    collection: "collectedEngines",
    type: "(settings: Settings) => Engine",
    typeImports: [`import type { Settings } from "@/lib/env";`, `import type { Engine } from "./engine";`],
  },
  {
    suffix: "-profile",
    exportSuffix: "Profile",
    module: "collected-profiles",
    collection: "collectedProfiles",
    type: "EngineProfile",
    typeImports: [`import type { EngineProfile } from "./engine";`],
  },
  {
    suffix: "-icon",
    exportSuffix: "Icon",
    module: "collected-icons",
    collection: "collectedIcons",
    type: "EngineIcon",
    typeImports: [`import type { EngineIcon } from "./engine-icon";`],
  },
];

/**
 * Writes the modules that import every folder of lib/engines, so that nobody has to list them: bundlers, test runners
 * and the compiler all read a module, and none of them a folder. The icons' module is apart, since browsers load it.
 * Throws a sentence for a folder that lacks one of an engine's files.
 */
export function collectEngines(root: string): void {
  const room = join(root, "lib/engines");
  const folders = readdirSync(room, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .filter((type) => isEngine(room, type))
    .map((type) => ({ type, name: type.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase()) }));
  for (const part of parts) writeWhereChanged(join(room, `${part.module}.ts`), buildModule(part, folders));
}

/** A folder without any of the files is none of ours: what a branch left behind, say. */
function isEngine(room: string, type: string): boolean {
  const missing = parts.filter(
    ({ suffix }) =>
      !["ts", "tsx"].some((ending) => existsSync(join(room, type, `${type}${suffix}.${ending}`))),
  );
  if (missing.length === parts.length) return false;
  if (missing.length > 0) {
    const files = missing.map(({ suffix }) => `${type}${suffix}.ts`).join(" and ");
    throw new Error(`lib/engines/${type} has no ${files}: every engine's folder has it.`);
  }
  if (!/^[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*$/.test(type)) {
    throw new Error(`lib/engines/${type} is no name for a type of store: use a-z, 0-9 and single hyphens.`);
  }
  return true;
}

function buildModule(part: Part, folders: EngineFolder[]): string {
  const exported = ({ name }: EngineFolder) => `${name}${part.exportSuffix}`;
  const imports = folders.map(
    (folder) => `import { ${exported(folder)} } from "./${folder.type}/${folder.type}${part.suffix}";`,
  );
  const entries = folders.map((folder) => `  ${JSON.stringify(folder.type)}: ${exported(folder)},`);
  return [
    "// Made by scripts/collect-engines.ts of the folders beside it.",
    ...part.typeImports,
    ...imports,
    "",
    `export const ${part.collection}: Record<string, ${part.type}> = {`,
    ...entries,
    "};",
    "",
  ].join("\n");
}

/** In one move: tests, builds and servers that start side by side read it whole. */
function writeWhereChanged(file: string, text: string): void {
  if (existsSync(file) && readFileSync(file, "utf8") === text) return;
  const part = `${file}.${process.pid}`;
  writeFileSync(part, text);
  renameSync(part, file);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) collectEngines(process.cwd());
