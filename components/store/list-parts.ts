import type { Cause } from "@/lib/domain/cause";
import type { StoreObjectResource } from "@/lib/http/resources/insight-resource";

export interface StorePart {
  name: string;
  state: StoreObjectResource["state"];
  /** In a few words how it is. */
  words: string;
}

const workloadNames: Record<string, string> = { shop: "Shop", database: "Database" };

/** The parts of a store that an owner knows of, and how each is; pure. */
export function listParts(objects: StoreObjectResource[], cause: Cause | null): StorePart[] {
  const parts = objects.filter(({ kind }) => kind === "Deployment" || kind === "StatefulSet").map(toPart);
  const disks = objects.filter(({ kind }) => kind === "PersistentVolumeClaim");
  if (disks.length > 0) {
    const missing = disks.filter(({ state }) => state !== "ok").length;
    parts.push({
      name: disks.length === 1 ? "Disk" : "Disks",
      state: worst(disks),
      words: missing === 0 ? `${disks.length} in use` : `${missing} of ${disks.length} not there yet`,
    });
  }
  return parts;

  function toPart({ component, name, state }: StoreObjectResource): StorePart {
    // A workload only counts; whether it is broken or on its way is its pods' to say, or what keeps it from having any.
    const pods = objects.filter((object) => object.kind === "Pod" && object.component === component);
    const broken = cause !== null && cause.component === component && cause.code !== "starting";
    const notOk = broken ? "bad" : worst(pods.length > 0 ? pods : [{ state }]);
    const how = state === "ok" ? "ok" : notOk;
    const words = { ok: "Runs", busy: "Starting", bad: "In trouble" }[how];
    return { name: workloadNames[component ?? ""] ?? component ?? name, state: how, words };
  }
}

function worst(all: Pick<StoreObjectResource, "state">[]): StoreObjectResource["state"] {
  if (all.some(({ state }) => state === "bad")) return "bad";
  return all.every(({ state }) => state === "ok") ? "ok" : "busy";
}
