import { join } from "node:path";
import { execa } from "execa";
import { coerce, satisfies } from "semver";
import { cacheDir } from "../shell/state";
import { step } from "../shell/steps";
import { downloadTools, type Tools } from "./download-tools";

let found: Promise<Tools> | null = null;

/**
 * Paths of a helm and a kubectl that are new enough: those that HELM and KUBECTL name, else those on PATH, else
 * downloaded into the cache once. Throws when HELM or KUBECTL names a program that does not fit.
 */
export function ensureTools(): Promise<Tools> {
  found ??= findTools();
  return found;
}

async function findTools(): Promise<Tools> {
  const [helm, kubectl] = await Promise.all([
    findTool("helm", process.env.HELM, ["version", "--short"], isSuitableHelm),
    findTool("kubectl", process.env.KUBECTL, ["version", "--client"], isSuitableKubectl),
  ]);
  if (helm && kubectl) return { helm, kubectl };
  const directory = join(cacheDir(), "tools");
  const downloaded = await downloadTools(directory, (work) => step("Download helm and kubectl", work));
  return { helm: helm ?? downloaded.helm, kubectl: kubectl ?? downloaded.kubectl };
}

async function findTool(
  name: "helm" | "kubectl",
  named: string | undefined,
  versionArgs: string[],
  isSuitable: (output: string) => boolean,
): Promise<string | null> {
  const { stdout, failed } = await execa(named || name, versionArgs, { reject: false });
  if (!failed && isSuitable(String(stdout))) return named || name;
  if (!named) return null;
  throw new Error(
    `${name.toUpperCase()} is "${named}", which is not a ${name} that Storeyard can use: helm 3.14 or newer and kubectl 1.28 or newer are needed.`,
  );
}

/** The store chart uses features that helm has since 3.14. */
export function isSuitableHelm(version: string): boolean {
  return satisfies(coerce(version) ?? "0.0.0", ">=3.14.0");
}

export function isSuitableKubectl(version: string): boolean {
  return satisfies(coerce(version) ?? "0.0.0", "^1.28.0");
}
