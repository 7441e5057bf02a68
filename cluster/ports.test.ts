import { createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { assertPortsAreFree, type Listener, listListeners, parseAddress, wantedPorts } from "./ports";
import { clusterSettings } from "./settings";

const wanted = wantedPorts(clusterSettings({} as NodeJS.ProcessEnv));
const listener = (address: string, port: number, protocol: Listener["protocol"] = "tcp"): Listener => ({
  protocol,
  address,
  port,
  inode: "0",
});

describe("ports that are taken", () => {
  it("are reported together, with the variables that set other ports", () => {
    const check = () => assertPortsAreFree(wanted, [listener("127.0.0.1", 8080), listener("0.0.0.0", 6443)]);
    expect(check).toThrow(
      "Port 8080 (tcp), wanted for the stores (HTTP), is taken by another program. Stop that program, or set another port: INGRESS_HTTP_PORT=9080.",
    );
    expect(check).toThrow("CLUSTER_API_PORT=7443");
  });

  it("include ports that are taken on all addresses", () => {
    expect(() => assertPortsAreFree(wanted, [listener("::", 8443)])).toThrow("INGRESS_HTTPS_PORT");
    expect(() => assertPortsAreFree(wanted, [listener("0.0.0.0", 53, "udp")])).toThrow(
      "this port can't be changed",
    );
  });

  it("do not include ports of another address or protocol", () => {
    const others = [
      listener("127.0.0.1", 6443),
      listener("192.168.1.2", 8080),
      listener("127.0.0.1", 8080, "udp"),
    ];
    expect(() => assertPortsAreFree(wanted, others)).not.toThrow();
  });

  it("are reported with the program that uses them", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const { port } = server.address() as { port: number };
    const taken = wanted
      .filter(({ variable }) => variable === "INGRESS_HTTP_PORT")
      .map((one) => ({ ...one, port }));
    expect(() => assertPortsAreFree(taken)).toThrow(`(process ${process.pid})`);
    server.close();
  });
});

describe("the kernel's table of sockets", () => {
  it.each([
    ["0100007F", "127.0.0.1"],
    ["0100F40A", "10.244.0.1"],
    ["00000000", "0.0.0.0"],
    ["00000000000000000000000000000000", "::"],
    ["00000000000000000000000001000000", "::1"],
    ["0000000000000000FFFF00000100007F", "127.0.0.1"],
  ])("%s is %s", (hex, address) => {
    expect(parseAddress(hex)).toBe(address);
  });

  it("yields only listening sockets", () => {
    const table = [
      "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode",
      "   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 4711 1 0 100 0 0 10 0",
      "   1: 0100007F:1F90 0100007F:8888 01 00000000:00000000 00:00000000 00000000     0        0 4712 1 0 100 0 0 10 0",
    ].join("\n");
    const listeners = listListeners((name) => (name === "tcp" ? table : ""));
    expect(listeners).toEqual([{ protocol: "tcp", address: "127.0.0.1", port: 8080, inode: "4711" }]);
  });
});
