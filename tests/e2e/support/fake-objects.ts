import type { KubeObject } from "@/lib/kube/kube-object";
import type { PagesApp } from "./start-pages-app";

/** Applies an object to the fake cluster, past the platform. */
export async function applyToFake(app: PagesApp, path: string, object: KubeObject): Promise<void> {
  await send(app, `${path}?fieldManager=tests`, { method: "PATCH", body: JSON.stringify(object) });
}

/** Deletes an object of the fake cluster by its path in the Kubernetes API; one that is gone already is fine. */
export async function deleteFromFake(app: PagesApp, path: string): Promise<void> {
  await send(app, path, { method: "DELETE" });
}

async function send({ apiPort }: PagesApp, path: string, init: RequestInit): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${apiPort}${path}`, init);
  if (!response.ok && response.status !== 404) throw new Error(`${path}: ${await response.text()}`);
}
