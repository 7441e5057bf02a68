import { describe, expect, it } from "vitest";
import { clusterSettings } from "./settings";

const settings = (env: Record<string, string>) => clusterSettings(env as NodeJS.ProcessEnv);

describe("the local cluster's settings", () => {
  it("have defaults", () => {
    expect(settings({})).toMatchObject({
      nodeIp: "10.244.0.1",
      kubernetesServiceIp: "10.96.0.1",
      apiPort: 6443,
      ingressHttpPort: 8080,
      ingressHttpsPort: 8443,
      throwAway: false,
    });
  });

  it("follow the environment", () => {
    expect(settings({ CLUSTER_POD_CIDR: "10.202.0.0/16", INGRESS_HTTP_PORT: "9080" })).toMatchObject({
      nodeIp: "10.202.0.1",
      ingressHttpPort: 9080,
    });
  });

  it.each(["0", "65536", "http", "80.5", "-1"])("reject %s as a port, with the variable's name", (port) => {
    expect(() => settings({ INGRESS_HTTP_PORT: port })).toThrow("INGRESS_HTTP_PORT is");
  });

  it.each(["10.244.0.0/24", "10.300.0.0/16", "fd00::/16"])("reject %s as a network", (cidr) => {
    expect(() => settings({ CLUSTER_POD_CIDR: cidr })).toThrow("of the form 10.244.0.0/16");
  });
});
