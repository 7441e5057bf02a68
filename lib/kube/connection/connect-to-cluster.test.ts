import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import http from "node:http";
import net, { type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { getCACertificates, setDefaultCACertificates, type TLSSocket } from "node:tls";
import { afterEach, expect, test, vi } from "vitest";
import {
  answerJson,
  answerStatus,
  type ScriptedRequest,
  type ScriptedServer,
  startScriptedServer,
  writeKubeconfig,
} from "@/tests/support/scripted-api";
import { createTestAuthority } from "@/tests/support/test-certificates";
import { type ClusterConnection, connectToCluster, createConnection } from "./connect-to-cluster";
import { loadServiceAccount } from "./load-cluster-config";

const authority = createTestAuthority();
const serverCertificate = authority.sign("server");
const caData = base64(authority.ca);

const open: { close(): unknown }[] = [];
afterEach(async () => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  for (const each of open.splice(0).reverse()) await each.close();
});

function base64(plain: string): string {
  return Buffer.from(plain).toString("base64");
}

function connect(kubeconfig: string): ClusterConnection {
  const connection = connectToCluster({ kubeconfig });
  open.push(connection);
  return connection;
}

async function startServer(...options: Parameters<typeof startScriptedServer>): Promise<ScriptedServer> {
  const server = await startScriptedServer(...options);
  open.push(server);
  return server;
}

async function get(connection: ClusterConnection): Promise<{ status: number; answer: string }> {
  const { status, body } = await connection.request({
    method: "GET",
    path: "/version",
    signal: new AbortController().signal,
  });
  return { status, answer: await text(body) };
}

/** Answers with the Authorization header that it got; refuses those that `accept` says no to. */
function echo(accept: (authorization: string) => boolean = () => true) {
  return ({ headers, response }: ScriptedRequest) => {
    const { authorization = "" } = headers;
    if (accept(authorization)) response.end(authorization);
    else answerStatus(response, 401, "Unauthorized");
  };
}

function execUser(program: string, more: object = {}) {
  const exec = {
    apiVersion: "client.authentication.k8s.io/v1",
    command: process.execPath,
    args: ["-e", program, "there's; $(no) shell"],
    ...more,
  };
  return { exec };
}

test("a credential plugin runs with the environment that the kubeconfig and Kubernetes promise it", async () => {
  const { port } = await startServer(echo());
  const program = `
    console.log(JSON.stringify({ status: {
      token: process.env.REGION + JSON.parse(process.env.KUBERNETES_EXEC_INFO).kind + process.argv[1],
      expirationTimestamp: new Date(Date.now() + 3_600_000).toISOString(),
    } }))`;
  const user = execUser(program, { env: [{ name: "REGION", value: "eu" }] });
  const connection = connect(writeKubeconfig(`http://127.0.0.1:${port}`, user));
  expect(await get(connection)).toEqual({
    status: 200,
    answer: "Bearer euExecCredentialthere's; $(no) shell",
  });
});

test("requests at the same time run a credential plugin once, and a refused token runs it again", async () => {
  const runs = join(mkdtempSync(join(tmpdir(), "storeyard-exec-")), "runs");
  writeFileSync(runs, "");
  const { port } = await startServer(echo((authorization) => authorization !== "Bearer 1"));
  const program = `
    const fs = require("node:fs");
    fs.appendFileSync(${JSON.stringify(runs)}, "x");
    console.log(JSON.stringify({ status: { token: String(fs.statSync(${JSON.stringify(runs)}).size) } }))`;
  const connection = connect(writeKubeconfig(`http://127.0.0.1:${port}`, execUser(program)));
  const answers = await Promise.all(Array.from({ length: 5 }, () => get(connection)));
  expect(answers).toEqual(Array(5).fill({ status: 200, answer: "Bearer 2" }));
  expect(readFileSync(runs, "utf8")).toBe("xx");
});

test.each([
  [
    "is not installed",
    { command: "storeyard-no-such-program", installHint: "Install it first." },
    "The credential plugin storeyard-no-such-program of the kubeconfig failed (spawn storeyard-no-such-program ENOENT). Install it first.",
  ],
  [
    "fails",
    { args: ["-e", "console.error('wait\\nyour session ended'); process.exit(1)"] },
    `The credential plugin ${process.execPath} of the kubeconfig failed (your session ended).`,
  ],
  [
    "prints something else",
    { args: ["-e", "console.log('hello')"] },
    `The credential plugin ${process.execPath} of the kubeconfig failed (it printed no ExecCredential).`,
  ],
])("a credential plugin that %s is reported in a sentence", async (_, exec, message) => {
  const connection = connect(writeKubeconfig("http://127.0.0.1:1", execUser("", exec)));
  await expect(get(connection)).rejects.toMatchObject({ code: "unavailable", message });
});

test("a token file is read again after the server refused its token", async () => {
  let accepted = "Bearer one";
  const { port, requests } = await startServer(echo((authorization) => authorization === accepted));
  const kubeconfig = writeKubeconfig(`http://127.0.0.1:${port}`, { tokenFile: "token" });
  const tokenFile = join(dirname(kubeconfig), "token");
  writeFileSync(tokenFile, "one\n");
  const connection = connect(kubeconfig);
  expect(await get(connection)).toEqual({ status: 200, answer: "Bearer one" });
  writeFileSync(tokenFile, "two\n");
  expect(await get(connection)).toEqual({ status: 200, answer: "Bearer one" });
  accepted = "Bearer two";
  expect(await get(connection)).toEqual({ status: 200, answer: "Bearer two" });
  expect(requests).toHaveLength(4);
});

test("a server that refuses every credential is asked twice and no more", async () => {
  const { port, requests } = await startServer(echo(() => false));
  const connection = connect(writeKubeconfig(`http://127.0.0.1:${port}`));
  expect(await get(connection)).toMatchObject({ status: 401 });
  expect(requests).toHaveLength(2);
});

test("a user name and password are sent as basic authentication", async () => {
  const { port } = await startServer(echo());
  const user = { username: "ann", password: "secret" };
  const connection = connect(writeKubeconfig(`http://127.0.0.1:${port}`, user));
  expect((await get(connection)).answer).toBe(`Basic ${base64("ann:secret")}`);
});

test("a client certificate signs in, and a renewed one of a credential plugin is used for new connections", async () => {
  const { port } = await startServer(
    ({ response }) => response.end((response.socket as TLSSocket).getPeerCertificate().subject.CN),
    { ...serverCertificate, ca: authority.ca, requestCert: true, rejectUnauthorized: true },
  );
  const server = `https://127.0.0.1:${port}`;
  const cluster = { "certificate-authority-data": caData };
  const { cert, key } = authority.sign("ann");
  const user = { "client-certificate-data": base64(cert), "client-key-data": base64(key) };
  expect((await get(connect(writeKubeconfig(server, user, cluster)))).answer).toBe("ann");

  const directory = mkdtempSync(join(tmpdir(), "storeyard-exec-"));
  const file = join(directory, "credential.json");
  const renew = (name: string) => {
    const { cert: clientCertificateData, key: clientKeyData } = authority.sign(name);
    const status = { clientCertificateData, clientKeyData, expirationTimestamp: "2020-01-01T00:00:00Z" };
    writeFileSync(file, JSON.stringify({ status }));
  };
  renew("bob");
  const program = `console.log(require("node:fs").readFileSync(${JSON.stringify(file)}, "utf8"))`;
  const connection = connect(writeKubeconfig(server, execUser(program), cluster));
  expect((await get(connection)).answer).toBe("bob");
  renew("bob-renewed");
  expect((await get(connection)).answer).toBe("bob-renewed");
});

test("requests share their connections", async () => {
  const ports = new Set<number | undefined>();
  const { port } = await startServer(({ response }) => {
    ports.add(response.socket?.remotePort);
    response.end("ok");
  }, serverCertificate);
  const cluster = { "certificate-authority-data": caData };
  const connection = connect(writeKubeconfig(`https://127.0.0.1:${port}`, undefined, cluster));
  for (let n = 0; n < 20; n += 1) await get(connection);
  // The next request may be sent before the connection of the last one is free.
  expect(ports.size).toBeLessThanOrEqual(2);
});

test("a server whose certificate is another authority's is not trusted, unless the kubeconfig says so", async () => {
  const { port } = await startServer(echo(), serverCertificate);
  const server = `https://127.0.0.1:${port}`;
  await expect(get(connect(writeKubeconfig(server)))).rejects.toThrow(/certificate/);
  const insecure = connect(writeKubeconfig(server, undefined, { "insecure-skip-tls-verify": true }));
  expect((await get(insecure)).status).toBe(200);
});

test("the proxy of a kubeconfig carries the requests, with the server's certificate checked behind it", async () => {
  const { port } = await startServer(echo(), serverCertificate);
  const tunnels: string[] = [];
  const proxy = http.createServer().listen(0, "127.0.0.1");
  proxy.on("connect", ({ url = "" }, near) => {
    tunnels.push(url);
    const far = net.connect(port, "127.0.0.1", () => near.write("HTTP/1.1 200 OK\r\n\r\n"));
    near.on("error", () => far.destroy());
    near.pipe(far).pipe(near);
  });
  open.unshift({ close: () => proxy.close() });
  const proxyUrl = () => `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  await vi.waitUntil(() => proxy.listening);
  // Only the proxy can reach this name.
  const connection = connect(
    writeKubeconfig("https://kubernetes:6443", undefined, {
      "certificate-authority-data": caData,
      "proxy-url": proxyUrl(),
    }),
  );
  expect((await get(connection)).answer).toBe("Bearer t0ken");
  expect(tunnels).toEqual(["kubernetes:6443"]);
});

test("a pod signs in with its service account, and reads the token again before it expires", async () => {
  const { port } = await startServer(echo(), serverCertificate);
  const root = mkdtempSync(join(tmpdir(), "storeyard-pod-"));
  const directory = join(root, "var/run/secrets/kubernetes.io/serviceaccount");
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, "ca.crt"), authority.ca);
  writeFileSync(join(directory, "token"), "one");
  vi.stubEnv("KUBERNETES_SERVICE_HOST", "127.0.0.1");
  vi.stubEnv("KUBERNETES_SERVICE_PORT", String(port));
  const connection = createConnection(() => loadServiceAccount(root));
  open.push(connection);
  expect((await get(connection)).answer).toBe("Bearer one");
  writeFileSync(join(directory, "token"), "two");
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 61_000 });
  expect((await get(connection)).answer).toBe("Bearer two");
});

function idToken(issuer: string, expiresInSeconds: number): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const iat = Math.floor(Date.now() / 1000);
  const claims = { iss: issuer, aud: "storeyard", sub: "ann", iat, exp: iat + expiresInSeconds };
  return `${part({ alg: "RS256" })}.${part(claims)}.${part({})}`;
}

test("an OIDC token is renewed once when it expired, and not for each request", async () => {
  const { port } = await startServer(echo());
  let fresh = "";
  const issuer = await startServer(({ path, response }) => {
    const url = `https://127.0.0.1:${issuer.port}`;
    if (path.endsWith("openid-configuration")) {
      answerJson(response, 200, { issuer: url, token_endpoint: `${url}/token`, jwks_uri: `${url}/keys` });
    } else {
      const tokens = { access_token: "a", token_type: "Bearer", expires_in: 3_600, refresh_token: "next" };
      answerJson(response, 200, { ...tokens, id_token: fresh });
    }
  }, serverCertificate);
  fresh = idToken(`https://127.0.0.1:${issuer.port}`, 3_600);
  const config = {
    "idp-issuer-url": `https://127.0.0.1:${issuer.port}`,
    "client-id": "storeyard",
    "id-token": idToken("https://127.0.0.1:1", -60),
    "refresh-token": "first",
  };
  const known = getCACertificates("default");
  setDefaultCACertificates([...known, authority.ca]);
  open.push({ close: () => setDefaultCACertificates(known) });
  const connection = connect(
    writeKubeconfig(`http://127.0.0.1:${port}`, { "auth-provider": { name: "oidc", config } }),
  );
  for (let n = 0; n < 3; n += 1) expect((await get(connection)).answer).toBe(`Bearer ${fresh}`);
  expect(issuer.requests.filter(({ path }) => path === "/token")).toHaveLength(1);
});

test("an OIDC provider that does not answer is reported in a sentence", async () => {
  const config = {
    "idp-issuer-url": "https://127.0.0.1:1",
    "client-id": "storeyard",
    "id-token": idToken("https://127.0.0.1:1", -60),
    "refresh-token": "first",
  };
  const connection = connect(
    writeKubeconfig("http://127.0.0.1:1", { "auth-provider": { name: "oidc", config } }),
  );
  await expect(get(connection)).rejects.toMatchObject({
    code: "unavailable",
    message: expect.stringMatching(
      /^The OIDC token can't be renewed at https:\/\/127\.0\.0\.1:1\/ \(.*\)\. Sign in again with kubectl\. .* NODE_EXTRA_CA_CERTS to it\.$/,
    ),
  });
});
