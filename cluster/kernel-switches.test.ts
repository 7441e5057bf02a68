import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { restoreKernelSwitches, setKernelSwitches } from "./kernel-switches";
import { clusterSettings } from "./settings";

let root: string;
const settings = () => ({ ...clusterSettings({} as NodeJS.ProcessEnv), dir: join(root, "state") });
const forwarding = () => join(root, "net/ipv4/ip_forward");

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "storeyard-kernel-"));
  mkdirSync(join(root, "net/ipv4"), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

it("restores a switch that the cluster turned on", () => {
  writeFileSync(forwarding(), "0\n");
  setKernelSwitches(settings(), root);
  setKernelSwitches(settings(), root);
  expect(readFileSync(forwarding(), "utf8")).toBe("1");
  restoreKernelSwitches(settings(), root);
  expect(readFileSync(forwarding(), "utf8")).toBe("0");
});

it("keeps a switch on that was on before", () => {
  writeFileSync(forwarding(), "1\n");
  setKernelSwitches(settings(), root);
  restoreKernelSwitches(settings(), root);
  expect(readFileSync(forwarding(), "utf8")).toBe("1\n");
});
