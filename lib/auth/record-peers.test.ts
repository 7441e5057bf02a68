import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { recordPeers } from "./record-peers";
import { peerHeader } from "./request-origin";

it("a request says who is at the other end of its connection, whatever it claims itself", async () => {
  recordPeers();
  const server = createServer((request, response) => response.end(request.headers[peerHeader]));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}`, { headers: { [peerHeader]: "203.0.113.7" } });
  expect(await response.text()).toBe("127.0.0.1");
  server.close();
});
