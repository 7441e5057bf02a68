import { describe, expect, it } from "vitest";
import type { KubeObject } from "@/lib/kube/kube-object";
import { areCounted, listWiderQuotas, widenQuotas } from "./widen-quota";

const quota = (hard: Record<string, string>, counted?: Record<string, string>): KubeObject => ({
  apiVersion: "v1",
  kind: "ResourceQuota",
  metadata: { name: "blue", namespace: "store-blue" },
  spec: { hard },
  ...(counted && { status: { hard: counted } }),
});
const other: KubeObject = { apiVersion: "v1", kind: "Service", metadata: { name: "blue" }, spec: {} };

describe("the quota while pods change", () => {
  it.each([
    [
      "a larger plan",
      { "limits.cpu": "4", "limits.memory": "4Gi" },
      { "limits.cpu": "8000m", "limits.memory": "8192Mi" },
      { "limits.cpu": "8000m", "limits.memory": "8192Mi" },
      false,
    ],
    [
      "a smaller plan",
      { "limits.cpu": "8", "limits.memory": "8Gi" },
      { "limits.cpu": "4000m", "limits.memory": "4096Mi" },
      { "limits.cpu": "8", "limits.memory": "8Gi" },
      true,
    ],
    [
      "more CPU and less memory",
      { "limits.cpu": "4", "limits.memory": "8Gi" },
      { "limits.cpu": "8000m", "limits.memory": "4096Mi" },
      { "limits.cpu": "8000m", "limits.memory": "8Gi" },
      true,
    ],
    ["the same amounts", { "limits.cpu": "4" }, { "limits.cpu": "4000m" }, { "limits.cpu": "4000m" }, false],
    ["a resource that was not counted", {}, { pods: "10" }, { pods: "10" }, false],
    ["a resource that is no longer counted", { pods: "10" }, {}, {}, false],
  ])("for %s", (_, now, wanted, widened, isWider) => {
    const live = [quota(now as Record<string, string>)];
    const objects = [other, quota(wanted as Record<string, string>)];
    expect(widenQuotas(objects, live)).toEqual([other, quota(widened as Record<string, string>)]);
    expect(listWiderQuotas(objects, live)).toEqual(isWider ? [objects[1]] : []);
  });

  it("of a new store is the plan's", () => {
    const objects = [quota({ pods: "10" })];
    expect(widenQuotas(objects, [])).toEqual(objects);
    expect(listWiderQuotas(objects, [])).toEqual([]);
  });

  it("is in effect after Kubernetes has counted its new amounts, in any notation", () => {
    const wanted = [quota({ "limits.cpu": "8000m" })];
    expect(areCounted(wanted, [])).toBe(false);
    expect(areCounted(wanted, [quota({ "limits.cpu": "8" })])).toBe(false);
    expect(areCounted(wanted, [quota({ "limits.cpu": "8" }, { "limits.cpu": "4" })])).toBe(false);
    expect(areCounted(wanted, [quota({ "limits.cpu": "8" }, { "limits.cpu": "8" })])).toBe(true);
    expect(areCounted([], [])).toBe(true);
  });
});
