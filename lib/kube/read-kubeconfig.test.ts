import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readKubeconfig } from "./read-kubeconfig";

const directory = mkdtempSync(join(tmpdir(), "storeyard-kubeconfig-"));

function write(name: string, yaml: string): string {
  const path = join(directory, name);
  writeFileSync(path, yaml);
  return path;
}

const cluster = `clusters: [{ name: c, cluster: { server: "https://10.0.0.1:6443" } }]`;
const context = `contexts: [{ name: main, context: { cluster: c, user: me } }]\ncurrent-context: main`;

test("certificates are taken from the file itself, or from files beside it", async () => {
  mkdirSync(join(directory, "pki"), { recursive: true });
  write("pki/ca.crt", "the CA");
  write("pki/me.crt", "the certificate");
  const key = Buffer.from("the key").toString("base64");
  const path = write(
    "certificates",
    `
clusters:
  - { name: c, cluster: { server: "https://10.0.0.1:6443/base/", certificate-authority: pki/ca.crt, tls-server-name: kubernetes } }
users:
  - { name: me, user: { client-certificate: pki/me.crt, client-key-data: ${key} } }
${context}`,
  );
  const access = readKubeconfig(path);
  expect(access).toMatchObject({
    context: "main",
    ca: "the CA",
    tlsServerName: "kubernetes",
    insecure: false,
  });
  expect(access.server.href).toBe("https://10.0.0.1:6443/base/");
  expect(await access.credentials.get()).toEqual({
    token: undefined,
    certificate: { cert: "the certificate", key: "the key" },
  });
});

test("of several files the first that names something wins", async () => {
  const first = write("first", `users: [{ name: me, user: { token: one } }]\n${context}`);
  const second = write(
    "second",
    `${cluster}\nusers: [{ name: me, user: { token: two } }]\ncurrent-context: other`,
  );
  const access = readKubeconfig(`${first}:${second}`);
  expect(access.context).toBe("main");
  expect(await access.credentials.get()).toMatchObject({ token: "one" });
});

test("a program that prints a credential is run with the kubeconfig's environment", async () => {
  const program = `
    console.log(JSON.stringify({ status: {
      token: process.env.REGION + JSON.parse(process.env.KUBERNETES_EXEC_INFO).kind + process.argv[1],
      expirationTimestamp: new Date(Date.now() + 3_600_000).toISOString(),
    } }))`;
  const exec = {
    apiVersion: "client.authentication.k8s.io/v1",
    command: process.execPath,
    args: ["-e", program, "there's; $(no) shell"],
    env: [{ name: "REGION", value: "eu" }],
  };
  const path = write(
    "exec",
    `${cluster}\nusers: [{ name: me, user: { exec: ${JSON.stringify(exec)} } }]\n${context}`,
  );
  const { credentials } = readKubeconfig(path);
  expect(await credentials.get()).toMatchObject({ token: "euExecCredentialthere's; $(no) shell" });
});

test("a program that fails is unavailable, with its last words and its hint", async () => {
  const exec = {
    apiVersion: "client.authentication.k8s.io/v1",
    command: "storeyard-no-such-program",
    installHint: "Install it first.",
  };
  const path = write(
    "broken",
    `${cluster}\nusers: [{ name: me, user: { exec: ${JSON.stringify(exec)} } }]\n${context}`,
  );
  await expect(readKubeconfig(path).credentials.get()).rejects.toMatchObject({
    code: "unavailable",
    message:
      "The sign-in program storeyard-no-such-program of the kubeconfig failed (spawn storeyard-no-such-program ENOENT). Install it first.",
  });
});

test("a token file is read anew after the server refused what it said", async () => {
  const token = write("token", "one\n");
  const path = write(
    "token-file",
    `${cluster}\nusers: [{ name: me, user: { tokenFile: ${token} } }]\n${context}`,
  );
  const { credentials } = readKubeconfig(path);
  expect(await credentials.get()).toEqual({ token: "one" });
  write("token", "two\n");
  expect(await credentials.get()).toEqual({ token: "one" });
  credentials.discard();
  expect(await credentials.get()).toEqual({ token: "two" });
});

test.each([
  ["an unknown context", `${cluster}\n${context}`, "other", /has no context "other". It has: main\./],
  ["no current context", cluster, undefined, /has no current context/],
  ["a context without its cluster", context, undefined, /names a cluster that the kubeconfig .* lacks/],
  ["text that is no kubeconfig", "clusters: 3", undefined, /can't be read: clusters: /],
  [
    "a sign-in that Kubernetes dropped",
    `${cluster}\nusers: [{ name: me, user: { auth-provider: { name: gcp } } }]\n${context}`,
    undefined,
    /Use exec instead/,
  ],
  [
    "a certificate that is not there",
    `${cluster}\nusers: [{ name: me, user: { client-certificate: gone.crt } }]\n${context}`,
    undefined,
    /gone\.crt, which can't be read/,
  ],
])("%s is told in a sentence", (name, yaml, wanted, sentence) => {
  const path = write(name.replaceAll(" ", "-"), yaml);
  expect(() => readKubeconfig(path, wanted)).toThrow(expect.objectContaining({ code: "invalid" }));
  expect(() => readKubeconfig(path, wanted)).toThrow(sentence);
});
