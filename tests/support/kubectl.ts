import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { KubeObject } from "@/lib/kube/kube-object";
import { readTestInstallation } from "./test-installation";

const run = promisify(execFile);

/** Runs kubectl on the tests' cluster. Returns its standard output. */
export async function kubectl(...args: string[]): Promise<string> {
  const { env, kubectl: file } = readTestInstallation();
  const { stdout } = await run(file, ["--context", env.KUBE_CONTEXT as string, ...args], {
    env: { ...process.env, KUBECONFIG: env.KUBECONFIG },
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout;
}

/** The objects of these kinds in a namespace. */
export async function listObjects(namespace: string, kinds: string): Promise<KubeObject[]> {
  const answer = JSON.parse(await kubectl("get", kinds, "-n", namespace, "-o", "json"));
  return answer.items as KubeObject[];
}

export async function namespaceExists(namespace: string): Promise<boolean> {
  return (await kubectl("get", "namespace", namespace, "--ignore-not-found", "-o", "name")).trim() !== "";
}
