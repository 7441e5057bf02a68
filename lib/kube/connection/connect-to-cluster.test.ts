import { mkdtempSync, writeFileSync } from "node:fs";
import http from "node:http";
import net, { type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TLSSocket } from "node:tls";
import { afterEach, expect, test, vi } from "vitest";
import { echoAuthorization, getVersion, OpenConnections } from "@/tests/support/open-connections";
import { writeKubeconfig } from "@/tests/support/scripted-api";
import { createTestAuthority } from "@/tests/support/test-certificates";

const authority = createTestAuthority();
const serverCertificate = authority.sign("server");
const caData = base64(authority.ca);

const connections = new OpenConnections();
afterEach(() => connections.close());

function base64(plain: string): string {
  return Buffer.from(plain).toString("base64");
}

test("a server that refuses every credential gets two requests", async () => {
  const { port, requests } = await connections.startServer(echoAuthorization(() => false));
  const connection = connections.connect(writeKubeconfig(`http://127.0.0.1:${port}`));
  expect(await getVersion(connection)).toMatchObject({ status: 401 });
  expect(requests).toHaveLength(2);
});

test("a user name and password are sent as basic authentication", async () => {
  const { port } = await connections.startServer(echoAuthorization());
  const user = { username: "ann", password: "secret" };
  const connection = connections.connect(writeKubeconfig(`http://127.0.0.1:${port}`, user));
  expect((await getVersion(connection)).answer).toBe(`Basic ${base64("ann:secret")}`);
});

test("a client certificate signs in, and a renewed one of a credential plugin is used for new connections", async () => {
  const { port } = await connections.startServer(
    ({ response }) => response.end((response.socket as TLSSocket).getPeerCertificate().subject.CN),
    { ...serverCertificate, ca: authority.ca, requestCert: true, rejectUnauthorized: true },
  );
  const server = `https://127.0.0.1:${port}`;
  const cluster = { "certificate-authority-data": caData };
  const { cert, key } = authority.sign("ann");
  const user = { "client-certificate-data": base64(cert), "client-key-data": base64(key) };
  expect((await getVersion(connections.connect(writeKubeconfig(server, user, cluster)))).answer).toBe("ann");

  const directory = mkdtempSync(join(tmpdir(), "storeyard-exec-"));
  const file = join(directory, "credential.json");
  const renew = (name: string) => {
    const { cert: clientCertificateData, key: clientKeyData } = authority.sign(name);
    const status = { clientCertificateData, clientKeyData, expirationTimestamp: "2020-01-01T00:00:00Z" };
    writeFileSync(file, JSON.stringify({ status }));
  };
  renew("bob");
  const program = `console.log(require("node:fs").readFileSync(${JSON.stringify(file)}, "utf8"))`;
  const connection = connections.connect(
    writeKubeconfig(
      server,
      {
        exec: {
          apiVersion: "client.authentication.k8s.io/v1",
          command: process.execPath,
          args: ["-e", program],
        },
      },
      cluster,
    ),
  );
  expect((await getVersion(connection)).answer).toBe("bob");
  renew("bob-renewed");
  expect((await getVersion(connection)).answer).toBe("bob-renewed");
});

test("requests share their connections", async () => {
  const ports = new Set<number | undefined>();
  const { port } = await connections.startServer(({ response }) => {
    ports.add(response.socket?.remotePort);
    response.end("ok");
  }, serverCertificate);
  const cluster = { "certificate-authority-data": caData };
  const connection = connections.connect(writeKubeconfig(`https://127.0.0.1:${port}`, undefined, cluster));
  for (let n = 0; n < 20; n += 1) await getVersion(connection);
  // The next request may be sent before the connection of the last one is free.
  expect(ports.size).toBeLessThanOrEqual(2);
});

test("a server certificate of another authority is refused, unless the kubeconfig allows it", async () => {
  const { port } = await connections.startServer(echoAuthorization(), serverCertificate);
  const server = `https://127.0.0.1:${port}`;
  await expect(getVersion(connections.connect(writeKubeconfig(server)))).rejects.toThrow(/certificate/);
  const insecure = connections.connect(
    writeKubeconfig(server, undefined, { "insecure-skip-tls-verify": true }),
  );
  expect((await getVersion(insecure)).status).toBe(200);
});

test("requests use the kubeconfig's proxy, and the server's certificate is checked through it", async () => {
  const { port } = await connections.startServer(echoAuthorization(), serverCertificate);
  const tunnels: string[] = [];
  const proxy = http.createServer().listen(0, "127.0.0.1");
  proxy.on("connect", ({ url = "" }, near) => {
    tunnels.push(url);
    const far = net.connect(port, "127.0.0.1", () => near.write("HTTP/1.1 200 OK\r\n\r\n"));
    near.on("error", () => far.destroy());
    near.pipe(far).pipe(near);
  });
  connections.add({ close: () => proxy.close() });
  const proxyUrl = () => `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  await vi.waitUntil(() => proxy.listening);
  // Only the proxy can reach this name.
  const connection = connections.connect(
    writeKubeconfig("https://kubernetes:6443", undefined, {
      "certificate-authority-data": caData,
      "proxy-url": proxyUrl(),
    }),
  );
  expect((await getVersion(connection)).answer).toBe("Bearer t0ken");
  expect(tunnels).toEqual(["kubernetes:6443"]);
});
