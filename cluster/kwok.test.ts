import { describe, expect, it } from "vitest";
import { parseAllDocuments } from "yaml";
import { buildFakeNode, fakeNodeTaint } from "./kwok";
import { renderKwokStages } from "./kwok-stages";
import { clusterSettings } from "./settings";

const settings = clusterSettings({} as NodeJS.ProcessEnv);

describe("a fake node", () => {
  it("keeps off the pods that don't ask for it", () => {
    expect(buildFakeNode("fake-0", settings).spec.taints).toEqual([fakeNodeTaint]);
  });

  it("suits the volumes of the one real node", () => {
    expect(buildFakeNode("fake-0", settings).metadata.labels["kubernetes.io/hostname"]).toBe(
      settings.nodeName,
    );
  });
});

it("what is played on fake nodes are whole documents: nodes and pods become ready, jobs succeed, pods go", () => {
  const stages = parseAllDocuments(renderKwokStages()).map((document) => document.toJS());
  expect(stages.map(({ kind, metadata }) => [kind, metadata.name])).toEqual([
    ["Stage", "node-ready"],
    ["Stage", "pod-ready"],
    ["Stage", "pod-succeeded"],
    ["Stage", "pod-deleted"],
  ]);
});
