import fc from "fast-check";
import { expect, it } from "vitest";
import { place, sumOf } from "./cluster-room";

const pod = fc.record({ cpuMillis: fc.nat(1_000), memoryMib: fc.nat(1_000) });
const machine = fc.record({ pods: fc.nat(5), cpuMillis: fc.nat(2_000), memoryMib: fc.nat(2_000) });

it("no machine is given more than it has, and nothing that found one is lost", () => {
  fc.assert(
    fc.property(fc.array(machine), fc.array(pod), (machines, pods) => {
      const { machines: left, homeless } = place(machines, pods);
      for (const each of left) {
        expect(Math.min(each.pods, each.cpuMillis, each.memoryMib)).toBeGreaterThanOrEqual(0);
      }
      for (const amount of ["cpuMillis", "memoryMib"] as const) {
        const taken = sumOf(machines)[amount] - sumOf(left)[amount];
        expect(taken).toBe(sumOf(pods)[amount] - sumOf(homeless)[amount]);
      }
    }),
  );
});

it("a pod stays without a machine only where none has room for it", () => {
  fc.assert(
    fc.property(fc.array(machine), pod, (machines, one) => {
      const fits = machines.some(
        ({ pods, cpuMillis, memoryMib }) =>
          pods >= 1 && cpuMillis >= one.cpuMillis && memoryMib >= one.memoryMib,
      );
      expect(place(machines, [one]).homeless).toHaveLength(fits ? 0 : 1);
    }),
  );
});
