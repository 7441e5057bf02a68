import type { Cause } from "@/lib/domain/cause";
import { partTitle, type StoreParts } from "@/lib/domain/store-part";
import type { StoreObjectResource } from "@/lib/http/resources/insight-resource";

export interface ShownPart {
  name: string;
  state: StoreObjectResource["state"];
  /** The state as text. */
  words: string;
}

/** The components of a store and their states, in the order in which its engine declares them. Pure. */
export function listParts(
  objects: StoreObjectResource[],
  cause: Cause | null,
  declared: StoreParts,
): ShownPart[] {
  const order = declared.map(({ name }) => name);
  const rank = ({ component }: StoreObjectResource) => order.indexOf(component ?? "") + 1 || order.length + 1;
  const parts = objects
    .filter(({ kind }) => kind === "Deployment" || kind === "StatefulSet")
    .toSorted((a, b) => rank(a) - rank(b))
    .map(toPart);
  const disks = objects.filter(({ kind }) => kind === "PersistentVolumeClaim");
  if (disks.length > 0) {
    const missing = disks.filter(({ state }) => state !== "ok").length;
    parts.push({
      name: disks.length === 1 ? "Volume" : "Volumes",
      state: worst(disks),
      words: missing === 0 ? `${disks.length} bound` : `${missing} of ${disks.length} pending`,
    });
  }
  return parts;

  function toPart({ component, name, state }: StoreObjectResource): ShownPart {
    // A workload only counts pods. Whether it is starting or broken shows in its pods, or in the cause that prevents them.
    const pods = objects.filter((object) => object.kind === "Pod" && object.component === component);
    const broken = cause !== null && cause.component === component && cause.code !== "starting";
    const notOk = broken ? "bad" : worst(pods.length > 0 ? pods : [{ state }]);
    const how = state === "ok" ? "ok" : notOk;
    const words = { ok: "Running", busy: "Starting", bad: "Failing" }[how];
    return { name: component === null ? name : partTitle(declared, component), state: how, words };
  }
}

function worst(all: Pick<StoreObjectResource, "state">[]): StoreObjectResource["state"] {
  if (all.some(({ state }) => state === "bad")) return "bad";
  return all.every(({ state }) => state === "ok") ? "ok" : "busy";
}
