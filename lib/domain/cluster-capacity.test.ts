import fc from "fast-check";
import { expect, it } from "vitest";
import { place, sumOf } from "./cluster-capacity";

const pod = fc.record({ cpuMillis: fc.nat(1_000), memoryMib: fc.nat(1_000) });
const node = fc.record({ pods: fc.nat(5), cpuMillis: fc.nat(2_000), memoryMib: fc.nat(2_000) });

it("no node exceeds its capacity, and every placed pod is counted", () => {
  fc.assert(
    fc.property(fc.array(node), fc.array(pod), (nodes, pods) => {
      const { nodes: left, unschedulable } = place(nodes, pods);
      for (const each of left) {
        expect(Math.min(each.pods, each.cpuMillis, each.memoryMib)).toBeGreaterThanOrEqual(0);
      }
      for (const amount of ["cpuMillis", "memoryMib"] as const) {
        const taken = sumOf(nodes)[amount] - sumOf(left)[amount];
        expect(taken).toBe(sumOf(pods)[amount] - sumOf(unschedulable)[amount]);
      }
    }),
  );
});

it("a pod is unschedulable only if no node has capacity for it", () => {
  fc.assert(
    fc.property(fc.array(node), pod, (nodes, one) => {
      const fits = nodes.some(
        ({ pods, cpuMillis, memoryMib }) =>
          pods >= 1 && cpuMillis >= one.cpuMillis && memoryMib >= one.memoryMib,
      );
      expect(place(nodes, [one]).unschedulable).toHaveLength(fits ? 0 : 1);
    }),
  );
});
