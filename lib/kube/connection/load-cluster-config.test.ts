import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadClusterConfig, loadServiceAccount } from "./load-cluster-config";

const directory = mkdtempSync(join(tmpdir(), "storeyard-kubeconfig-"));

function write(name: string, yaml: string): string {
  const path = join(directory, name);
  writeFileSync(path, yaml);
  return path;
}

const cluster = `clusters: [{ name: c, cluster: { server: "https://10.0.0.1:6443" } }]`;
const context = `contexts: [{ name: main, context: { cluster: c, user: me } }]\ncurrent-context: main`;
const users = "users: [{ name: me, user: { token: one } }]";

test("paths in a kubeconfig are relative to its folder", () => {
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
  const config = loadClusterConfig({ kubeconfig: path });
  expect(config.getCurrentContext()).toBe("main");
  expect(config.getCurrentCluster()).toMatchObject({
    server: "https://10.0.0.1:6443/base",
    caFile: join(directory, "pki/ca.crt"),
    tlsServerName: "kubernetes",
    skipTLSVerify: false,
  });
  expect(config.getCurrentUser()).toMatchObject({ certFile: join(directory, "pki/me.crt"), keyData: key });
});

test("the first of several files that defines an entry wins", () => {
  const first = write("first", `${users}\n${context}`);
  const second = write(
    "second",
    `${cluster}\nusers: [{ name: me, user: { token: two } }]\ncurrent-context: other`,
  );
  const config = loadClusterConfig({ kubeconfig: `${first}:${second}` });
  expect(config.getCurrentContext()).toBe("main");
  expect(config.getCurrentUser()).toMatchObject({ token: "one" });
});

test("a context without a user keeps the CA of its cluster", () => {
  const path = write(
    "anonymous",
    `${cluster}\ncontexts: [{ name: main, context: { cluster: c } }]\ncurrent-context: main`,
  );
  expect(loadClusterConfig({ kubeconfig: path }).getCurrentUser()).toMatchObject({ name: "anonymous" });
});

test.each([
  ["an unknown context", `${cluster}\n${context}`, "other", /has no context "other". It has: main\./],
  ["no current context", cluster, undefined, /has no current context/],
  ["a context without its cluster", context, undefined, /names a cluster that the kubeconfig .* lacks/],
  [
    "a context without its user",
    `${cluster}\n${context}`,
    undefined,
    /names a user that the kubeconfig .* lacks/,
  ],
  ["text that is not a kubeconfig", "clusters: 3", undefined, /can't be read: clusters: /],
  ["text that is not YAML", "clusters: [", undefined, /can't be read: /],
  [
    "a cluster without a server",
    "clusters: [{ name: c, cluster: {} }]",
    undefined,
    /clusters\[0\]\.cluster\.server is missing/,
  ],
  [
    "a server that is not a URL",
    `clusters: [{ name: c, cluster: { server: "10.0.0.1" } }]\n${users}\n${context}`,
    undefined,
    /whose server "10\.0\.0\.1" is not a URL/,
  ],
  [
    "an auth-provider that Kubernetes removed",
    `${cluster}\nusers: [{ name: me, user: { auth-provider: { name: gcp } } }]\n${context}`,
    undefined,
    /Use exec instead/,
  ],
  [
    "a certificate that does not exist",
    `${cluster}\nusers: [{ name: me, user: { client-certificate: gone.crt } }]\n${context}`,
    undefined,
    /gone\.crt, which can't be read/,
  ],
])("%s is refused with a sentence", (name, yaml, wanted, sentence) => {
  const path = write(name.replaceAll(" ", "-"), yaml);
  const load = () => loadClusterConfig({ kubeconfig: path, context: wanted });
  expect(load).toThrow(expect.objectContaining({ code: "invalid" }));
  expect(load).toThrow(sentence);
});

test("a pod without the cluster's address gets an error that names the variables to set", () => {
  expect(() => loadServiceAccount(directory)).toThrow(/KUBERNETES_SERVICE_HOST and KUBERNETES_SERVICE_PORT/);
});
