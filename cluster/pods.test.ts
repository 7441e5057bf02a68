import { expect, it } from "vitest";
import { isShimOf } from "./pods";
import { clusterSettings, containerdSocket } from "./settings";

const settings = clusterSettings({} as NodeJS.ProcessEnv);
const shim = (address: string) => [
  "/cache/bin/containerd-shim-runc-v2",
  ...["-namespace", "k8s.io", "-id", "abc", "-address", address],
];

it("a shim belongs to the cluster if it was started with its containerd's socket", () => {
  expect(isShimOf(settings, shim(containerdSocket(settings)))).toBe(true);
  expect(isShimOf(settings, shim("/run/containerd/containerd.sock"))).toBe(false);
  expect(isShimOf(settings, ["grep", "-address", containerdSocket(settings)])).toBe(false);
});
