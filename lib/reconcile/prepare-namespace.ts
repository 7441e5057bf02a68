import { credentialsSecret, namespaceOf, type Store } from "@/lib/domain/store";
import { getEngine } from "@/lib/engines/get-engine";
import { AppError, isAppError } from "@/lib/errors";
import type { KubeObject } from "@/lib/kube/kube-object";
import type { ReconcileDeps } from "./deps";
import { buildNamespace, isNamespaceOf } from "./namespace-labels";

/** The field manager of objects outside of the Helm release. */
const fieldManager = "storeyard";

/** The number of the rotation that the Secret's values are of. */
const revisionAnnotation = "storeyard.dev/secrets-revision";

/** The key that a rotation replaces. The database sets it at its start. */
const rotatedKey = "database-password";

export const secretRef = (store: Pick<Store, "name">) => ({
  apiVersion: "v1",
  kind: "Secret",
  namespace: namespaceOf(store.name),
  name: credentialsSecret,
});

/**
 * Creates the namespace and the Secret if they are missing. The Secret is written once, and once more for each rotation:
 * its database password is replaced together with the number of the rotation, so that a crash leaves both or neither.
 */
export async function prepareNamespace(deps: ReconcileDeps, store: Store): Promise<void> {
  const wanted = buildNamespace(store, deps.installation);
  const { apiVersion, kind } = wanted;
  const there = await deps.kube.find({ apiVersion, kind, name: wanted.metadata.name });
  if (there && !isNamespaceOf(there, store.id, deps.installation)) {
    throw new AppError("conflict", `The namespace ${wanted.metadata.name} is not this store's.`);
  }
  await deps.kube.apply(wanted, { fieldManager });
  const secret = buildSecret(deps, store);
  const kept = await createOnce(deps, secret);
  if (kept !== null && !isCurrent(kept, store)) await deps.kube.replace(rotate(kept, secret));
}

/** Whether the Secret holds the passwords that the store's row asks for. */
export function isCurrent(secret: KubeObject, { secretsRevision }: Pick<Store, "secretsRevision">): boolean {
  return Number(secret.metadata.annotations?.[revisionAnnotation] ?? 1) >= secretsRevision;
}

/** The kept Secret with the fresh database password. Every other value stays. */
function rotate(kept: KubeObject, fresh: KubeObject): KubeObject {
  const values = (secret: KubeObject) => secret.data as Record<string, string>;
  return {
    ...kept,
    metadata: {
      ...kept.metadata,
      annotations: { ...kept.metadata.annotations, ...fresh.metadata.annotations },
    },
    data: { ...values(kept), [rotatedKey]: values(fresh)[rotatedKey] },
  };
}

/** Returns the Secret that was there already, null where it was created. */
async function createOnce(deps: ReconcileDeps, secret: KubeObject): Promise<KubeObject | null> {
  try {
    await deps.kube.create(secret);
    return null;
  } catch (error) {
    if (!isAppError(error) || error.code !== "conflict") throw error;
    const { apiVersion, kind, metadata } = secret;
    return deps.kube.find({ apiVersion, kind, namespace: metadata.namespace, name: metadata.name });
  }
}

function buildSecret(deps: ReconcileDeps, store: Store): KubeObject {
  const { name, namespace, ...type } = secretRef(store);
  const secrets = Object.entries(getEngine(deps.engines, store.type).buildSecrets());
  return {
    ...type,
    metadata: {
      name,
      namespace,
      labels: { "app.kubernetes.io/part-of": "storeyard" },
      ...(store.secretsRevision > 1 && {
        annotations: { [revisionAnnotation]: String(store.secretsRevision) },
      }),
    },
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
