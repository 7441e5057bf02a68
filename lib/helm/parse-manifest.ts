import { parseAllDocuments } from "yaml";
import { AppError } from "@/lib/errors";
import type { KubeObject } from "@/lib/kube/kube-object";

/**
 * The objects of a rendered manifest in its order. Lists are flattened, empty documents dropped.
 * Throws AppError `invalid` where the text is not YAML or a document is not a Kubernetes object.
 */
export function parseManifest(text: string): KubeObject[] {
  // YAML 1.1 as Helm and the API server read it: 0440 is octal there, 440 in YAML 1.2.
  const documents = parseAllDocuments(text, { version: "1.1", customTags: dropExotic });
  return [...documents].flatMap((document) => {
    const [error] = document.errors;
    if (error)
      throw new AppError("invalid", `The rendered chart is not valid YAML: ${error.message}`, {
        cause: error,
      });
    return flatten(document.toJS());
  });
}

/** Kubernetes has neither dates nor sexagesimal numbers: what looks like one is a string. */
function dropExotic(tags: readonly unknown[]) {
  const exotic = /:(timestamp|binary|omap|pairs|set)$/;
  return (tags as { tag: string; format?: string }[]).filter(
    ({ tag, format }) => !exotic.test(tag) && format !== "TIME",
  ) as never;
}

function flatten(document: unknown): KubeObject[] {
  if (document === null || document === undefined) return [];
  const object = document as KubeObject & { items?: unknown[] };
  if (typeof object.kind !== "string" || typeof object.apiVersion !== "string") {
    throw new AppError("invalid", "The rendered chart has a document without kind and apiVersion.");
  }
  if (object.kind.endsWith("List") && Array.isArray(object.items)) return object.items.flatMap(flatten);
  if (typeof object.metadata?.name !== "string") {
    throw new AppError("invalid", `The rendered chart has a ${object.kind} without a name.`);
  }
  return [object];
}
