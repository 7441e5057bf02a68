import type { NetworkInterfaceInfo } from "node:os";
import { describe, expect, it } from "vitest";
import { assertNetworkIsFree, renderRules } from "./network";
import { clusterSettings } from "./settings";

const settings = clusterSettings({} as NodeJS.ProcessEnv);
const having = (name: string, address: string) => ({ [name]: [{ address } as NetworkInterfaceInfo] });

describe("the cluster's networks", () => {
  it("must not be in use by another interface", () => {
    expect(() => assertNetworkIsFree(settings, having("cni0", "10.244.3.1"))).toThrow(
      "The network 10.244.0.0/16 is in use: cni0 has 10.244.3.1. Set CLUSTER_POD_CIDR",
    );
    expect(() => assertNetworkIsFree(settings, having("wg0", "10.96.0.7"))).toThrow(
      "Set CLUSTER_SERVICE_CIDR",
    );
  });

  it("may be in use by the bridge, and adjacent networks may be in use", () => {
    expect(() => assertNetworkIsFree(settings, having("storeyard0", "10.244.0.1"))).not.toThrow();
    expect(() => assertNetworkIsFree(settings, having("eth0", "10.24.4.1"))).not.toThrow();
    expect(() => assertNetworkIsFree(settings, having("eth1", "10.245.0.1"))).not.toThrow();
  });

  it("accept traffic only from the host and the bridge", () => {
    expect(renderRules(settings)).toContain('ip daddr 10.244.0.0/16 iifname != { "lo", "storeyard0" } drop');
  });
});
