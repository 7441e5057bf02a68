import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { renderConfigFiles } from "./config-files";
import { processNames, processSpec } from "./process-table";
import { clusterSettings } from "./settings";

const settings = clusterSettings({
  CLUSTER_POD_CIDR: "10.202.0.0/16",
  CLUSTER_KUBELET_PORT: "10350",
} as never);
const system = { runc: "/usr/sbin/runc", cniPlugins: "/usr/lib/cni", caddy: "/usr/bin/caddy" };
const machine = { ...system, pauseImage: "localhost/pause:1", bridgeIsFiltered: true, hasResolver: true };
const files = renderConfigFiles(settings, machine);

describe("the cluster's configuration", () => {
  it("makes the kubelet listen only on the bridge", () => {
    expect(parse(files["kubelet.yaml"] ?? "")).toMatchObject({
      address: "10.202.0.1",
      port: 10350,
      readOnlyPort: 0,
      healthzPort: 0,
      clusterDNS: ["10.202.0.1"],
    });
  });

  it("contains no outside address", () => {
    const commands = processNames.map((name) =>
      processSpec(name, settings, system, (program) => `/bin/${program}`),
    );
    expect(JSON.stringify([files, commands])).not.toContain("0.0.0.0:");
    expect(JSON.stringify(commands)).not.toMatch(/--(bind-)?address=0\.0\.0\.0/);
  });

  it("disables the garbage collection of images", () => {
    expect(parse(files["kubelet.yaml"] ?? "")).toMatchObject({ imageGCHighThresholdPercent: 100 });
  });

  it("rewrites the source of service traffic only if the bridge is not filtered", () => {
    const masquerades = (bridgeIsFiltered: boolean) =>
      parse(renderConfigFiles(settings, { ...machine, bridgeIsFiltered })["kube-proxy.yaml"] ?? "").nftables
        .masqueradeAll;
    expect(masquerades(true)).toBe(false);
    expect(masquerades(false)).toBe(true);
  });

  it("forwards no names if the host has no resolver", () => {
    expect(files.Corefile).toContain("forward . /etc/resolv.conf");
    expect(renderConfigFiles(settings, { ...machine, hasResolver: false }).Corefile).not.toContain("forward");
  });

  it("disables fsync only for a temporary cluster", () => {
    const etcd = (throwAway: boolean) =>
      processSpec("etcd", { ...settings, throwAway }, system, (program) => program).args;
    expect(etcd(false)).toContain("--unsafe-no-fsync=false");
    expect(etcd(true)).toContain("--unsafe-no-fsync=true");
  });
});
