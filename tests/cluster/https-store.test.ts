import { readFileSync } from "node:fs";
import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { localClusterStatus } from "@/cluster/local-cluster";
import type { StoreResource } from "@/lib/http/resources/store-resource";
import { request } from "../support/api-client";
import { type Follower, followEvents } from "../support/follow-events";
import { inShop } from "../support/in-shop";
import { startApp, type TestApp } from "../support/start-app";
import { createStore, deleteStore, freshName, untilForgotten, untilPhase } from "../support/stores";

const cluster = localClusterStatus();

// Only the local cluster's ingress has a certificate authority whose file is known.
describe.skipIf(process.env.CLUSTER !== "local")(
  "a store with an https address (needs the local cluster)",
  () => {
    const name = freshName("https");
    const caFile = join(cluster.dir, "caddy/pki/authorities/local/root.crt");
    let app: TestApp;
    let events: Follower;
    let store: StoreResource;
    beforeAll(async () => {
      app = await startApp({
        env: {
          STORE_SCHEME: "https",
          STORE_PORT: new URL(cluster.httpsOrigin).port,
          INGRESS_ORIGIN: cluster.httpsOrigin,
          STORE_CA_FILE: caFile,
        },
      });
      events = await followEvents(app);
      await createStore(app, name, { type: "wordpress" });
      await untilPhase(events, name, "ready");
      store = (await request<StoreResource>(app, "GET", `/api/stores/${name}`)).body;
    });
    afterAll(async () => {
      await deleteStore(app, name);
      await untilForgotten(events, name);
      events.close();
      await app.close();
    });

    /** The status and the redirect of a request to the shop. */
    function call(origin: string, path: string, method = "GET") {
      const { hostname, port, protocol } = new URL(origin);
      const send = protocol === "https:" ? requestHttps : requestHttp;
      const host = new URL(store.url).host;
      return new Promise<{ status: number; location?: string }>((resolve, reject) => {
        send(
          {
            ...{ hostname, port, path, method, headers: { host } },
            ...(protocol === "https:" && {
              ca: readFileSync(caFile),
              servername: new URL(store.url).hostname,
            }),
          },
          (response) => {
            response.resume();
            resolve({ status: response.statusCode ?? 0, location: response.headers.location });
          },
        )
          .on("error", reject)
          .end();
      });
    }

    it.each([
      "/",
      "/wp-login.php",
      "/wp-includes/css/dashicons.min.css",
      "/wp-json/wp/v2/posts?per_page=1&search=a%26b",
    ])("redirects HTTP to %s once, to the same path", async (path) => {
      expect(await call(cluster.httpOrigin, path)).toEqual({ status: 301, location: `${store.url}${path}` });
      expect((await call(cluster.httpsOrigin, path)).status).toBe(200);
    });

    it("keeps the method of a request that it redirects", async () => {
      expect(await call(cluster.httpOrigin, "/wp-login.php", "POST")).toEqual({
        status: 308,
        location: `${store.url}/wp-login.php`,
      });
    });

    it("opens wp-admin whatever forwarded headers a proxy sends", async () => {
      // Straight to the shop, as a proxy before it would ask.
      const ask = (header: string) =>
        inShop(
          name,
          "php",
          "-r",
          `$c = curl_init("http://127.0.0.1:8080/wp-login.php"); curl_setopt_array($c, [CURLOPT_RETURNTRANSFER => true, CURLOPT_HTTPHEADER => ["Host: ${new URL(store.url).host}", ${JSON.stringify(header)}]]); curl_exec($c); echo curl_getinfo($c, CURLINFO_RESPONSE_CODE);`,
        );
      expect(await ask("X-Forwarded-Proto: https, http")).toBe("200");
      expect(await ask("X-Forwarded-Proto: HTTPS")).toBe("200");
      expect(await ask("X-Other: none")).toBe("200");
    });
  },
);
