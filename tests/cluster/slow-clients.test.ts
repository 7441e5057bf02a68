import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import type { StoreResource } from "@/lib/http/resources/store-resource";
import { request } from "../support/api-client";
import { inShop } from "../support/in-shop";
import { kubectl } from "../support/kubectl";
import { SlowClients } from "../support/slow-clients";
import { createStore, deleteStore, freshName, untilForgotten, untilPhase } from "../support/stores";
import { useFollowedApp } from "../support/use-followed-app";
import { visitShop } from "../support/visit-shop";

const followed = useFollowedApp();
const name = freshName("slow");
const clients = new SlowClients();
let url: string;
let host: string;

beforeAll(async () => {
  await createStore(followed.app, name, { type: "wordpress" });
  await untilPhase(followed.events, name, "ready");
  url = (await request<StoreResource>(followed.app, "GET", `/api/stores/${name}`)).body.url;
  host = new URL(url).host;
});
afterEach(() => clients.close());
afterAll(async () => {
  await deleteStore(followed.app, name);
  await untilForgotten(followed.events, name);
});

/** More clients than a shop of any plan has workers. */
const count = 50;

it.each([
  ["send their headers slowly", () => `GET / HTTP/1.1\r\nHost: ${host}\r\n`, "X-Slow: 1\r\n"],
  [
    "send their bodies slowly",
    () =>
      `POST /wp-login.php HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n\r\n`,
    "a",
  ],
  ["do not read their answers", () => `GET /?anything=1 HTTP/1.1\r\nHost: ${host}\r\n\r\n`, ""],
])("visitors are served while 50 clients %s", async (_, head, drip) => {
  await clients.open(count, head(), drip);
  for (let visits = 0; visits < 5; visits++) {
    // Made for this visitor, not kept: a worker is free.
    expect((await visitShop(`${url}/?visit=${visits}`)).status).toBe(200);
  }
});

it.each([
  ["nginx", "nginx: master"],
  ["PHP-FPM", "php-fpm: master"],
  ["a worker", "php-fpm: pool shop"],
])("a shop whose %s is killed serves visitors again, in the same container", async (_, process) => {
  expect((await visitShop(`${url}/?before=1`)).status).toBe(200);
  const script = `for file in /proc/[0-9]*/cmdline; do
    if tr '\\0' ' ' < "$file" | grep -q "^$0"; then pid=\${file#/proc/}; kill -9 "\${pid%/cmdline}"; fi
  done 2> /dev/null; true`;
  await inShop(name, "bash", "-c", script, process);
  for (;;) {
    const { status } = await visitShop(`${url}/?after=1`).catch(() => ({ status: 0 }));
    if (status === 200) break;
  }
  const restarts = await kubectl(
    ...["get", "pods", "-n", `store-${name}`, "-l", "app.kubernetes.io/component=shop"],
    ...["-o", "jsonpath={.items[*].status.containerStatuses[*].restartCount}"],
  );
  expect(restarts).toBe("0");
});

it("a folder that a plugin protects with .htaccess is not served, and the rest of the uploads is", async () => {
  await inShop(
    name,
    "sh",
    "-c",
    'cd /var/lib/shop/uploads && mkdir -p shut open && echo secret > shut/a.txt && echo shown > open/a.txt && echo "deny from all" > shut/.htaccess && echo > /run/storeyard/htaccess',
  );
  expect((await visitShop(`${url}/wp-content/uploads/open/a.txt`)).body).toBe("shown\n");
  for (;;) {
    const { status } = await visitShop(`${url}/wp-content/uploads/shut/a.txt`);
    if (status === 404) break;
    expect(status).toBe(200);
  }
});
