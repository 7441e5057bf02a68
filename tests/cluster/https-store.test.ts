import { readFileSync } from "node:fs";
import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { localClusterStatus } from "@/cluster/local-cluster";
import type { StoreResource } from "@/lib/http/resources/store-resource";
import type { OpenedAdmin } from "@/lib/services/stores/open-admin";
import { request } from "../support/api-client";
import { type Follower, followEvents } from "../support/follow-events";
import { inShop } from "../support/in-shop";
import { startApp, type TestApp } from "../support/start-app";
import { createStore, deleteStore, freshName, untilForgotten, untilPhase } from "../support/stores";

const cluster = localClusterStatus();

interface Asked {
  of?: StoreResource;
  headers?: Record<string, string>;
  form?: Record<string, string>;
}
interface Called {
  status: number;
  location?: string;
  cookies?: string[];
}

// Only the local cluster's ingress has a certificate authority whose file is known.
describe.skipIf(process.env.CLUSTER !== "local")(
  "a store with an https address (needs the local cluster)",
  () => {
    const name = freshName("https");
    const medusaName = freshName("https-medusa");
    const caFile = join(cluster.dir, "caddy/pki/authorities/local/root.crt");
    let app: TestApp;
    let events: Follower;
    let store: StoreResource;
    let medusa: StoreResource;
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
      await createStore(app, medusaName, { type: "medusa" });
      for (const each of [name, medusaName]) await untilPhase(events, each, "ready");
      const find = async (each: string) =>
        (await request<StoreResource>(app, "GET", `/api/stores/${each}`)).body;
      store = await find(name);
      medusa = await find(medusaName);
    });
    afterAll(async () => {
      for (const each of [name, medusaName]) await deleteStore(app, each);
      for (const each of [name, medusaName]) await untilForgotten(events, each);
      events.close();
      await app.close();
    });

    /** The status, the redirect and the cookies of a request to a shop. */
    function call(origin: string, path: string, method = "GET", asked: Asked = {}) {
      const { hostname, port, protocol } = new URL(origin);
      const send = protocol === "https:" ? requestHttps : requestHttp;
      const { url } = asked.of ?? store;
      const headers = { host: new URL(url).host, ...asked.headers };
      return new Promise<Called>((resolve, reject) => {
        send(
          {
            ...{ hostname, port, path, method, headers },
            ...(protocol === "https:" && {
              ca: readFileSync(caFile),
              servername: new URL(url).hostname,
            }),
          },
          (response) => {
            response.resume();
            const { location, "set-cookie": cookies } = response.headers;
            resolve({ status: response.statusCode ?? 0, location, ...(cookies && { cookies }) });
          },
        )
          .on("error", reject)
          .end(asked.form && new URLSearchParams(asked.form).toString());
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

    it.each([
      "/",
      "/products/stoneware-mug/",
      "/icon.svg",
      "/app/login",
      "/static/stoneware-mug-clay.webp",
      "/store/products?limit=1&q=a%26b",
      "/health",
      "/missing",
    ])("redirects HTTP to %s of a Medusa store once, to the same path", async (path) => {
      for (const method of ["GET", "HEAD"]) {
        expect(await call(cluster.httpOrigin, path, method, { of: medusa })).toEqual({
          status: 301,
          location: `${medusa.url}${path}`,
        });
      }
      const { location } = await call(cluster.httpsOrigin, path, "GET", { of: medusa });
      // Without the slash at the end of a page's path, and never back to HTTP.
      expect(location ?? "/").toMatch(/^\//);
    });

    it.each(["/auth/user/emailpass", "/actions/add-to-cart"])(
      "keeps the method of a request to %s of a Medusa store",
      async (path) => {
        expect(await call(cluster.httpOrigin, path, "POST", { of: medusa })).toEqual({
          status: 308,
          location: `${medusa.url}${path}`,
        });
      },
    );

    it("signs in to Medusa's admin with a cookie for HTTPS alone", async () => {
      const { body: opened } = await request<OpenedAdmin>(
        app,
        "POST",
        `/api/stores/${medusaName}/admin-session`,
      );
      const answer = await call(cluster.httpsOrigin, new URL(opened.url).pathname, "POST", {
        of: medusa,
        headers: { "content-type": "application/x-www-form-urlencoded" },
        form: opened.fields,
      });
      expect(answer).toMatchObject({
        status: 303,
        cookies: [expect.stringMatching(/^connect\.sid=.*; Secure/)],
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
