import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import type { KubeObject } from "@/lib/kube/kube-object";
import { readTestInstallation } from "./test-installation";

/** Applies a test's own objects to its cluster with kubectl, in the given order. */
export async function applyObjects(...objects: KubeObject[]): Promise<void> {
  const { env, kubectl } = readTestInstallation();
  const args = [
    "--context",
    env.KUBE_CONTEXT as string,
    "apply",
    "--server-side",
    "--force-conflicts",
    "-f",
    "-",
  ];
  const child = spawn(kubectl, args, {
    stdio: ["pipe", "ignore", "pipe"],
    env: { ...process.env, KUBECONFIG: env.KUBECONFIG },
  });
  child.stdin.end(JSON.stringify({ apiVersion: "v1", kind: "List", items: objects }));
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, "close")]);
  if (code !== 0) throw new Error(`kubectl apply: ${said.trim()}`);
}
