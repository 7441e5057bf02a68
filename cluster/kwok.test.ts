import { describe, expect, it } from "vitest";
import { parseAllDocuments } from "yaml";
import { buildFakeNode, fakeNodeTaint } from "./kwok";
import { renderKwokStages } from "./kwok-stages";
import { clusterSettings } from "./settings";

const settings = clusterSettings({} as NodeJS.ProcessEnv);

describe("a fake node", () => {
  it("has a taint that keeps other pods away", () => {
    expect(buildFakeNode("fake-0", settings).spec.taints).toEqual([fakeNodeTaint]);
  });

  it("has the host name of the real node, which volumes require", () => {
    expect(buildFakeNode("fake-0", settings).metadata.labels["kubernetes.io/hostname"]).toBe(
      settings.nodeName,
    );
  });
});

it("the stages of kwok make nodes and pods ready, complete jobs and delete pods", () => {
  const stages = parseAllDocuments(renderKwokStages()).map((document) => document.toJS());
  expect(stages.map(({ kind, metadata }) => [kind, metadata.name])).toEqual([
    ["Stage", "node-ready"],
    ["Stage", "pod-ready"],
    ["Stage", "pod-succeeded"],
    ["Stage", "pod-deleted"],
  ]);
});
