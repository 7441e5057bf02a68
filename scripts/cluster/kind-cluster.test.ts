import { expect, it } from "vitest";
import { parse } from "yaml";
import { renderKindConfig } from "./kind-cluster";

it("a kind cluster listens only on loopback, on the ports of the stores", () => {
  const [node] = parse(renderKindConfig(8080, 8443)).nodes;
  expect(node.extraPortMappings).toEqual([
    { containerPort: 30080, hostPort: 8080, listenAddress: "127.0.0.1", protocol: "TCP" },
    { containerPort: 30443, hostPort: 8443, listenAddress: "127.0.0.1", protocol: "TCP" },
  ]);
});
