import { credentialsSecret, namespaceOf, type Store } from "@/lib/domain/store";
import { getEngine } from "@/lib/engines/get-engine";
import { AppError, isAppError } from "@/lib/errors";
import type { KubeObject } from "@/lib/kube/kube-object";
import type { ReconcileDeps } from "./deps";
import { buildNamespace, isNamespaceOf } from "./namespace-labels";

/** The field manager of objects outside of the Helm release. */
const fieldManager = "storeyard";

export const secretRef = (store: Pick<Store, "name">) => ({
  apiVersion: "v1",
  kind: "Secret",
  namespace: namespaceOf(store.name),
  name: credentialsSecret,
});

/**
 * Creates the namespace and the Secret if they are missing. The Secret is written only once: a new password with an
 * old volume would lock the shop out of its database.
 */
export async function prepareNamespace(deps: ReconcileDeps, store: Store): Promise<void> {
  const wanted = buildNamespace(store, deps.installation);
  const { apiVersion, kind } = wanted;
  const there = await deps.kube.find({ apiVersion, kind, name: wanted.metadata.name });
  if (there && !isNamespaceOf(there, store.id, deps.installation)) {
    throw new AppError("conflict", `The namespace ${wanted.metadata.name} is not this store's.`);
  }
  await deps.kube.apply(wanted, { fieldManager });
  await createOnce(deps, buildSecret(deps, store));
}

async function createOnce(deps: ReconcileDeps, secret: KubeObject): Promise<void> {
  try {
    await deps.kube.create(secret);
  } catch (error) {
    if (isAppError(error) && error.code === "conflict") return;
    throw error;
  }
}

function buildSecret(deps: ReconcileDeps, store: Store): KubeObject {
  const { name, namespace, ...type } = secretRef(store);
  const secrets = Object.entries(getEngine(deps.engines, store.type).buildSecrets());
  return {
    ...type,
    metadata: { name, namespace, labels: { "app.kubernetes.io/part-of": "storeyard" } },
    type: "Opaque",
    data: Object.fromEntries(secrets.map(([key, value]) => [key, Buffer.from(value).toString("base64")])),
  };
}

/** Reads one value of the store's Secret. Throws AppError `not_found` if it is missing. */
export async function readCredential(
  kube: ReconcileDeps["kube"],
  store: Pick<Store, "name">,
  key: string,
): Promise<string> {
  const secret = await kube.find(secretRef(store));
  const encoded = (secret?.data as Record<string, string> | undefined)?.[key];
  if (encoded === undefined) {
    throw new AppError("not_found", `The Secret ${credentialsSecret} of ${store.name} has no ${key}.`);
  }
  return Buffer.from(encoded, "base64").toString("utf8");
}
