import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Agent, request } from "undici";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { localClusterStatus } from "@/cluster/local-cluster";
import { clusterSettings } from "@/cluster/settings";
import { applyObjects } from "../support/apply-objects";
import { kubectl } from "../support/kubectl";
import { readTestInstallation } from "../support/test-installation";

const namespace = "local-ingress-test";
const host = "echo.localhost";
const { nodeIp } = clusterSettings();
const { httpOrigin, httpsOrigin } = localClusterStatus();
const dispatcher = new Agent({ connect: { rejectUnauthorized: false, servername: host } });

let backend: Server;

/** What stands behind the ingress here is this process: a Service without pods leads to it. */
describe.runIf(readTestInstallation().clusterKind === "local")("the local ingress", () => {
  beforeAll(async () => {
    backend = createServer((incoming, answer) => {
      incoming.resume().on("end", () => answer.end(JSON.stringify(incoming.headers)));
    }).listen(0, nodeIp);
    await new Promise((resolve) => backend.once("listening", resolve));
    await applyObjects(
      { apiVersion: "v1", kind: "Namespace", metadata: { name: namespace } },
      {
        apiVersion: "v1",
        kind: "Service",
        metadata: { name: "echo", namespace },
        spec: { ports: [{ name: "http", port: 80 }] },
      },
      {
        apiVersion: "v1",
        kind: "Service",
        metadata: { name: "empty", namespace },
        spec: { ports: [{ port: 80 }] },
      },
      endpoints(true),
      ingress("echo", host),
      ingress("empty", "empty.localhost"),
    );
    await kubectl(
      ...["wait", "ingress", "--all", "-n", namespace, "--timeout=10s"],
      "--for=jsonpath={.status.loadBalancer.ingress[0].ip}=127.0.0.1",
    );
  });
  afterAll(async () => {
    backend?.close();
    await dispatcher.close();
    await kubectl("delete", "namespace", namespace, "--ignore-not-found");
  });

  it("sets the forwarded headers, whatever headers the client sends", async () => {
    const claims = {
      "x-forwarded-for": "203.0.113.7",
      "x-forwarded-proto": "https",
      "x-real-ip": "203.0.113.7",
    };
    const headers = (await call(httpOrigin, host, { headers: claims })).headers;
    expect(headers).toMatchObject({ host, "x-forwarded-for": "127.0.0.1", "x-forwarded-proto": "http" });
    expect(headers).not.toHaveProperty("x-real-ip");
  });

  it("serves HTTPS", async () => {
    const { status, headers } = await call(httpsOrigin, host);
    expect(status).toBe(200);
    expect(headers["x-forwarded-proto"]).toBe("https");
  });

  it("answers 404 for an unknown host", async () => {
    expect(await call(httpOrigin, "nobody.localhost")).toMatchObject({
      status: 404,
      text: /No store has this address/,
    });
  });

  it("answers 503 for a store without ready pods", async () => {
    expect(await call(httpOrigin, "empty.localhost")).toMatchObject({ status: 503, text: /starting/ });
  });

  it("accepts uploads of up to 64 MB", async () => {
    const upload = (bytes: number) => call(httpOrigin, host, { method: "POST", body: Buffer.alloc(bytes) });
    expect((await upload(60_000_000)).status).toBe(200);
    expect((await upload(70_000_000).catch(() => ({ status: 413 }))).status).toBe(413);
  });

  it("drops no request while its routes change", async () => {
    const failures: string[] = [];
    let changing = true;
    let answered = 0;
    const client = async () => {
      while (changing) {
        const { status } = await call(httpOrigin, host, { method: "POST", body: "x" }).catch(
          (error: Error) => {
            failures.push(error.message);
            return { status: 0 };
          },
        );
        if (status !== 200) failures.push(String(status));
        answered++;
      }
    };
    const clients = Array.from({ length: 8 }, client);
    for (let change = 0; change < 15; change++) {
      await applyObjects(ingress("more", `more-${change}.localhost`));
    }
    changing = false;
    await Promise.all(clients);
    expect(failures).toEqual([]);
    expect(answered).toBeGreaterThan(100);
  });
});

function ingress(name: string, forHost: string) {
  const backendOf = { service: { name: name === "empty" ? "empty" : "echo", port: { number: 80 } } };
  return {
    apiVersion: "networking.k8s.io/v1",
    kind: "Ingress",
    metadata: { name, namespace },
    spec: {
      rules: [{ host: forHost, http: { paths: [{ path: "/", pathType: "Prefix", backend: backendOf }] } }],
    },
  };
}

function endpoints(ready: boolean) {
  return {
    apiVersion: "discovery.k8s.io/v1",
    kind: "EndpointSlice",
    metadata: { name: "echo-1", namespace, labels: { "kubernetes.io/service-name": "echo" } },
    addressType: "IPv4",
    ports: [{ name: "http", port: (backend.address() as AddressInfo).port }],
    endpoints: [{ addresses: [nodeIp], conditions: { ready } }],
  };
}

interface CallOptions {
  method?: "GET" | "POST";
  headers?: Record<string, string>;
  body?: string | Buffer;
}

async function call(origin: string, forHost: string, { method = "GET", headers, body }: CallOptions = {}) {
  const answer = await request(`${origin}/`, {
    dispatcher,
    method,
    body,
    headers: { host: forHost, ...headers },
  });
  const text = await answer.body.text();
  const echoed = text.startsWith("{") ? (JSON.parse(text) as IncomingHttpHeaders) : {};
  return { status: answer.statusCode, text, headers: echoed };
}
