import { afterAll, beforeAll, expect, it } from "vitest";
import type { CauseCode } from "@/lib/domain/cause";
import type { StoreEvent } from "@/lib/domain/store-event";
import type { StoreResource } from "@/lib/http/resources/store-resource";
import { request } from "../support/api-client";
import { kubectl } from "../support/kubectl";
import { createStore, deleteStore, freshName, untilForgotten, untilPhase } from "../support/stores";
import { useFollowedApp } from "../support/use-followed-app";
import { visitShop } from "../support/visit-shop";

const followed = useFollowedApp();
const name = freshName("load");
let url: string;

const folder = "/var/lib/shop/plugins/heavy";
// The queue has to last for two samples of the image's watch-load, ten seconds at most. A longer one is reported again, and
// the warning stays for a minute after the last report.
const heavy = `<?php
/* Plugin Name: Heavy */
if (isset($_GET["slow"])) sleep(16);
if (isset($_GET["fill"])) {
  ini_set("memory_limit", "-1");
  $memory = str_repeat("x", 600 * 1024 * 1024);
  sleep(5);
}
`;
const activate = `require "/var/www/html/wp-load.php";
  update_option("active_plugins", [...get_option("active_plugins"), "heavy/heavy.php"]);`;

beforeAll(async () => {
  await createStore(followed.app, name);
  await untilPhase(followed.events, name, "ready");
  const inShop = (...command: string[]) =>
    kubectl("exec", "-n", `store-${name}`, `deployment/${name}-shop`, "-c", "shop", "--", ...command);
  await inShop("sh", "-c", 'mkdir -p "$0" && printf %s "$1" > "$0/heavy.php"', folder, heavy);
  await inShop("php", "-r", activate);
  url = (await request<StoreResource>(followed.app, "GET", `/api/stores/${name}`)).body.url;
});
afterAll(async () => {
  await deleteStore(followed.app, name);
  await untilForgotten(followed.events, name);
});

/** The causes that an event names. */
function causeOf({ storeName, detail }: StoreEvent): CauseCode | undefined {
  if (storeName !== name) return undefined;
  if (detail.kind !== "store.warning" && detail.kind !== "store.phase") return undefined;
  return detail.cause?.code;
}

const visitAtOnce = (path: string, visitors: number) =>
  Promise.allSettled(Array.from({ length: visitors }, () => visitShop(`${url}${path}`)));

async function untilWell(after: number): Promise<void> {
  await followed.events.until(
    "the store to be ready without a warning",
    ({ seq, storeName, detail }) =>
      seq > after &&
      storeName === name &&
      detail.kind === "store.phase" &&
      detail.phase === "ready" &&
      detail.cause === null,
    200_000,
  );
}

it("a shop whose workers are all busy has that cause, not a failed health check", async () => {
  // More than the plan has workers: some visitors wait until others have been served.
  const visits = visitAtOnce("/?slow=1", 40);
  const warning = await followed.events.until(
    "the busy workers to be reported",
    (event) => event.detail.kind === "store.warning" && causeOf(event) === "workers_busy",
  );
  expect(warning.message).toMatch(/^All \d+ workers of the (shop|site) were busy, so visitors had to wait\./);
  await visits;
  await untilWell(warning.seq);
});

it("a shop whose processes are killed for memory has that cause", async () => {
  const before = followed.events.seen.at(-1)?.seq ?? 0;
  const visits = visitAtOnce("/?fill=1", 6);
  // With cgroup v2, Kubernetes ends the whole container instead of one process.
  const reported = await followed.events.until(
    "the killed processes to be reported",
    (event) => event.seq > before && /^(workers_killed|out_of_memory)$/.test(causeOf(event) ?? ""),
  );
  expect(reported.message).toMatch(/memory/);
  await visits;
});
