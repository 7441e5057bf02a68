import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { afterEach, expect, test, vi } from "vitest";
import { echoAuthorization, getVersion, OpenConnections } from "@/tests/support/open-connections";
import { answerJson, writeKubeconfig } from "@/tests/support/scripted-api";
import { createTestAuthority } from "@/tests/support/test-certificates";
import { createConnection } from "./connect-to-cluster";
import { loadServiceAccount } from "./load-cluster-config";

const authority = createTestAuthority();
const serverCertificate = authority.sign("server");

const connections = new OpenConnections();
afterEach(() => {
  vi.useRealTimers();
  return connections.close();
});

test("a token file is read again after the server refused its token", async () => {
  let accepted = "Bearer one";
  const { port, requests } = await connections.startServer(
    echoAuthorization((authorization) => authorization === accepted),
  );
  const kubeconfig = writeKubeconfig(`http://127.0.0.1:${port}`, { tokenFile: "token" });
  const tokenFile = join(dirname(kubeconfig), "token");
  writeFileSync(tokenFile, "one\n");
  const connection = connections.connect(kubeconfig);
  expect(await getVersion(connection)).toEqual({ status: 200, answer: "Bearer one" });
  writeFileSync(tokenFile, "two\n");
  expect(await getVersion(connection)).toEqual({ status: 200, answer: "Bearer one" });
  accepted = "Bearer two";
  expect(await getVersion(connection)).toEqual({ status: 200, answer: "Bearer two" });
  expect(requests).toHaveLength(4);
});

test("a pod signs in with its service account, and reads the token again before it expires", async () => {
  const { port } = await connections.startServer(echoAuthorization(), serverCertificate);
  const root = mkdtempSync(join(tmpdir(), "storeyard-pod-"));
  const directory = join(root, "var/run/secrets/kubernetes.io/serviceaccount");
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, "ca.crt"), authority.ca);
  writeFileSync(join(directory, "token"), "one");
  vi.stubEnv("KUBERNETES_SERVICE_HOST", "127.0.0.1");
  vi.stubEnv("KUBERNETES_SERVICE_PORT", String(port));
  const connection = createConnection(() => loadServiceAccount(root));
  connections.add(connection);
  expect((await getVersion(connection)).answer).toBe("Bearer one");
  writeFileSync(join(directory, "token"), "two");
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 61_000 });
  expect((await getVersion(connection)).answer).toBe("Bearer two");
});

function idToken(issuer: string, expiresInSeconds: number): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const iat = Math.floor(Date.now() / 1000);
  const claims = { iss: issuer, aud: "storeyard", sub: "ann", iat, exp: iat + expiresInSeconds };
  return `${part({ alg: "RS256" })}.${part(claims)}.${part({})}`;
}

test("an OIDC token is renewed once when it expired, and not for each request", async () => {
  const { port } = await connections.startServer(echoAuthorization());
  let fresh = "";
  const issuer = await connections.startServer(({ path, response }) => {
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
  connections.add({ close: () => setDefaultCACertificates(known) });
  const connection = connections.connect(
    writeKubeconfig(`http://127.0.0.1:${port}`, { "auth-provider": { name: "oidc", config } }),
  );
  for (let n = 0; n < 3; n += 1) expect((await getVersion(connection)).answer).toBe(`Bearer ${fresh}`);
  expect(issuer.requests.filter(({ path }) => path === "/token")).toHaveLength(1);
});

test("an OIDC provider that does not answer is reported in a sentence", async () => {
  const config = {
    "idp-issuer-url": "https://127.0.0.1:1",
    "client-id": "storeyard",
    "id-token": idToken("https://127.0.0.1:1", -60),
    "refresh-token": "first",
  };
  const connection = connections.connect(
    writeKubeconfig("http://127.0.0.1:1", { "auth-provider": { name: "oidc", config } }),
  );
  await expect(getVersion(connection)).rejects.toMatchObject({
    code: "unavailable",
    message: expect.stringMatching(
      /^The OIDC token can't be renewed at https:\/\/127\.0\.0\.1:1\/ \(.*\)\. Sign in again with kubectl\. .* NODE_EXTRA_CA_CERTS to it\.$/,
    ),
  });
});
