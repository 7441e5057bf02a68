import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "../scripts/shell/command";
import { digestFiles } from "../scripts/shell/digest-files";
import { cacheDir, projectRoot } from "../scripts/shell/state";
import { step } from "../scripts/shell/steps";

const moduleDir = join(projectRoot, "cluster");
const kubernetes = "k8s.io/kubernetes/cmd";
const containerd = "github.com/containerd/containerd/v2/cmd";

/** The programs and their Go packages, in the order in which they are needed. */
const packages = {
  certificates: "./cmd/certificates",
  pause: "./cmd/pause",
  etcd: "go.etcd.io/etcd/server/v3",
  "kube-apiserver": `${kubernetes}/kube-apiserver`,
  containerd: `${containerd}/containerd`,
  "containerd-shim-runc-v2": `${containerd}/containerd-shim-runc-v2`,
  ctr: `${containerd}/ctr`,
  "kube-controller-manager": `${kubernetes}/kube-controller-manager`,
  "kube-scheduler": `${kubernetes}/kube-scheduler`,
  kubelet: `${kubernetes}/kubelet`,
  "kube-proxy": `${kubernetes}/kube-proxy`,
  dns: "./cmd/dns",
  provisioner: "./cmd/provisioner",
  ingress: "./cmd/ingress",
  kwok: "sigs.k8s.io/kwok/cmd/kwok",
} as const;

export type Program = keyof typeof packages;

const optional: Program[] = ["kwok"];

export const clusterPrograms = (Object.keys(packages) as Program[]).filter(
  (name) => !optional.includes(name),
);

/** The path of a built program. */
export function findBinary(program: Program): string {
  return join(packages[program].startsWith("./") ? ownDir() : upstreamDir(), program);
}

/**
 * Builds the programs that are not in the cache, one after the other in the order in which they are needed. Returns a
 * promise for each, so that the cluster starts while the rest is still being built.
 */
export function buildPrograms(programs: readonly Program[] = clusterPrograms): Map<Program, Promise<string>> {
  const missing = programs.filter((program) => !existsSync(findBinary(program)));
  const built = new Map<Program, Promise<string>>();
  let previous: Promise<unknown> = missing.length > 0 ? assertGo() : Promise.resolve();
  for (const program of programs) {
    const result = missing.includes(program)
      ? previous.then(() => step(`Build ${program}`, () => build(program)))
      : Promise.resolve(findBinary(program));
    // Callers that wait for the program get the failure. This prevents an unhandled rejection of the chain.
    result.catch(() => undefined);
    built.set(program, result);
    if (missing.includes(program)) previous = result;
  }
  return built;
}

async function build(program: Program): Promise<string> {
  const target = findBinary(program);
  const unfinished = `${target}.${process.pid}`;
  mkdirSync(join(target, ".."), { recursive: true });
  try {
    // -v names each package when it is compiled: one of these programs takes many minutes on a slow machine.
    await runCommand("go", ["build", "-v", ...buildFlags(), "-o", unfinished, packages[program]], {
      cwd: moduleDir,
      env: goEnv(),
    });
    renameSync(unfinished, target);
  } finally {
    rmSync(unfinished, { force: true });
  }
  return target;
}

function buildFlags(): string[] {
  const version = /^\s*k8s\.io\/kubernetes (v\S+)/m.exec(
    readFileSync(join(moduleDir, "go.mod"), "utf8"),
  )?.[1];
  const stamps = ["k8s.io/component-base/version", "k8s.io/client-go/pkg/version"]
    .map((path) => `-X ${path}.gitVersion=${version}`)
    .join(" ");
  return ["-trimpath", "-buildvcs=false", "-ldflags", `-s -w ${stamps}`];
}

async function assertGo(): Promise<void> {
  try {
    await runCommand("go", ["version"], { env: goEnv() });
  } catch (cause) {
    throw new Error(
      "The local cluster is built with Go, which was not found. Install Go 1.26 or newer from https://go.dev/dl.",
      { cause },
    );
  }
}

/** The environment in which the cluster's Go programs are built and tested. */
export function goEnv(): NodeJS.ProcessEnv {
  return { ...process.env, PATH: `${process.env.PATH ?? ""}:/usr/local/go/bin`, CGO_ENABLED: "0" };
}

/** Upstream programs depend on their versions only; Storeyard's own programs depend on their sources too. */
const upstreamDir = () => join(cacheDir(), "cluster", digest(["cluster/go.mod", "cluster/go.sum"]), "bin");
const ownDir = () =>
  join(cacheDir(), "cluster", digest(["cluster/go.mod", "cluster/go.sum", "cluster/cmd"]), "bin");

const digests = new Map<string, string>();

function digest(paths: string[]): string {
  const key = paths.join();
  const known = digests.get(key) ?? digestFiles(paths).slice(0, 16);
  digests.set(key, known);
  return known;
}
