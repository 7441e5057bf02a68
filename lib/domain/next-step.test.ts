import { describe, expect, it } from "vitest";
import { woocommerceProfile } from "@/lib/engines/woocommerce/woocommerce-profile";
import { decideCreate } from "@/lib/operations/create/decide-create";
import type { Cause } from "./cause";
import { stepTowardsNothing, stepTowardsReady, type Wanted } from "./next-step";
import type { Observed } from "./observed";
import type { Step } from "./step";

const now = new Date("2026-01-01T12:00:00Z");
const later = new Date("2026-01-01T12:05:00Z");
const earlier = new Date("2026-01-01T11:59:59Z");

const wanted: Wanted = {
  name: "blue",
  phase: "creating",
  readyAt: null,
  digest: "new",
  workloadDigest: "workloads",
  verifiedDigest: null,
  deadline: later,
  parts: woocommerceProfile.parts,
};

const seen: Observed = {
  namespace: "ours",
  hasCredentials: true,
  release: { digest: "new", byPlatform: true },
  drift: [],
  parts: { disk: "ready", database: "ready", shop: "ready" },
  quotaIsWider: false,
  causes: [],
};

const noImage: Cause = {
  code: "image_unavailable",
  component: "shop",
  message: "No image.",
  waitingMayCure: false,
};
const slowDisk: Cause = {
  code: "volume_unbound",
  component: "disk",
  message: "No disk yet.",
  waitingMayCure: true,
};

const starting = { disk: "ready", database: "starting", shop: "starting" } as const;

/** A store in the hands of an operation of a kind: a create, where it is left out. */
type Situation = Partial<Wanted> & { of?: "delete" | "update-images" };

function decide({ of, ...store }: Wanted & Situation, observed: Observed, at: Date): Step {
  if (of === "delete") return stepTowardsNothing(observed, "remove", "forget");
  return of === "update-images"
    ? stepTowardsReady(store, observed, at, "fail")
    : decideCreate(store, observed, at);
}

const situations: [string, Situation, Partial<Observed>, object][] = [
  ["nothing is there", {}, { namespace: "absent" }, { do: "prepare-namespace" }],
  [
    "a crash came between the namespace and its Secret",
    {},
    { hasCredentials: false },
    { do: "prepare-namespace" },
  ],
  ["the namespace belongs to another owner", {}, { namespace: "foreign" }, { do: "fail", step: "namespace" }],
  ["an earlier namespace is terminating", {}, { namespace: "terminating" }, { do: "wait" }],
  ["nothing is applied", {}, { release: null }, { do: "apply-release" }],
  [
    "an older release is applied",
    {},
    { release: { digest: "old", byPlatform: true } },
    { do: "apply-release" },
  ],
  [
    "all parts are starting",
    {},
    { parts: starting },
    { do: "wait", on: [{ step: "database" }, { step: "shop" }] },
  ],
  [
    "one part has a problem while another is starting",
    {},
    { parts: { disk: "starting", database: "starting", shop: "starting" }, causes: [slowDisk] },
    { do: "wait", on: [{ step: "disk", because: slowDisk }, { step: "database" }, { step: "shop" }] },
  ],
  [
    "the image is unavailable",
    {},
    { parts: starting, causes: [noImage] },
    { do: "fail", step: "shop", because: noImage },
  ],
  [
    "the deadline has passed while it is starting",
    { deadline: earlier },
    { parts: starting },
    { do: "fail", step: "database" },
  ],
  ["the deadline has passed and all parts are ready", { deadline: earlier }, {}, { do: "verify" }],
  ["all parts are ready", {}, {}, { do: "verify" }],
  ["another release was verified", { verifiedDigest: "old" }, {}, { do: "verify" }],
  ["the quota still fits the pods from before", {}, { quotaIsWider: true }, { do: "narrow-quota" }],
  [
    "the quota still fits the pods from before, which have not been replaced",
    {},
    { quotaIsWider: true, parts: starting },
    { do: "wait" },
  ],
  [
    "somebody widened the quota of a manual Helm release",
    { readyAt: now, verifiedDigest: "workloads" },
    { release: { digest: "old", byPlatform: false }, quotaIsWider: true },
    { do: "rest" },
  ],
  ["this release was verified", { verifiedDigest: "workloads" }, {}, { do: "rest" }],
  [
    "a cause remains from a part that is ready",
    { verifiedDigest: "workloads" },
    { causes: [noImage] },
    { do: "rest" },
  ],
  [
    "an object was changed manually",
    { readyAt: now, verifiedDigest: "workloads" },
    { drift: ["Service/blue-shop"] },
    { do: "apply-release" },
  ],
  [
    "a user rolled back with Helm",
    { readyAt: now, verifiedDigest: "workloads" },
    { release: { digest: "old", byPlatform: false }, drift: ["Deployment/blue-shop"] },
    { do: "adopt-release" },
  ],
  [
    "a manual Helm release was adopted",
    { readyAt: now, verifiedDigest: "workloads" },
    { release: { digest: "old", byPlatform: false } },
    { do: "rest" },
  ],
  ["it is to be deleted", { of: "delete" }, {}, { do: "delete-namespace", step: "remove" }],
  ["it is to be deleted and has no objects", { of: "delete" }, { namespace: "absent" }, { do: "forget" }],
  [
    "it is to be deleted and the namespace belongs to another owner",
    { of: "delete" },
    { namespace: "foreign" },
    { do: "forget" },
  ],
  [
    "it is being deleted",
    { of: "delete" },
    { namespace: "terminating" },
    { do: "wait", on: [{ step: "remove" }] },
  ],
  ["it failed", { phase: "failed" }, { parts: starting }, { do: "delete-namespace", step: "cleanup" }],
  ["it failed and is being cleaned up", { phase: "failed" }, { namespace: "terminating" }, { do: "wait" }],
  ["it failed and is cleaned up", { phase: "failed" }, { namespace: "absent" }, { do: "rest" }],
  [
    "it failed because the namespace belongs to another owner",
    { phase: "failed" },
    { namespace: "foreign" },
    { do: "rest" },
  ],
];

describe("the next step when", () => {
  it.each(situations)("%s", (_, store, observed, step) => {
    expect(decide({ ...wanted, ...store }, { ...seen, ...observed }, now)).toMatchObject(step);
  });

  it("a namespace does not terminate reports what blocks it", () => {
    const step = decide(
      { ...wanted, of: "delete" },
      { ...seen, namespace: "terminating", heldBy: "Some content remains: pods. has 1" },
      now,
    );
    expect(step).toMatchObject({ on: [{ because: { detail: "Some content remains: pods. has 1" } }] });
  });
});
