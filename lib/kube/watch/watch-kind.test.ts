import { afterEach, expect, test } from "vitest";
import { answerJson, answerStatus, type ScriptedApi, startScriptedApi } from "@/tests/support/scripted-api";
import type { KubeObject } from "../kube-object";
import { KindWatch, type WatchTimings } from "./watch-kind";

const timings: WatchTimings = { watchMs: 1_000, silenceMs: 5_000, backoffMs: { min: 5, max: 40 } };

let api: ScriptedApi;
let watch: KindWatch;
let running: Promise<void>;
afterEach(async () => {
  watch.close();
  await running;
  await api.close();
});

/** One turn for each request to the API: the first lists, the second watches, and so on. */
type Turn = (answer: {
  list(resourceVersion: string, ...pods: KubeObject[]): void;
  send(type: string, object: unknown): Promise<void>;
  refuse(status: number): void;
  end(): void;
  reset(): void;
}) => void;

/** Starts a watch against the turns and reports its events line by line. */
async function follow(turns: Turn[], override: Partial<WatchTimings> = {}) {
  const story = Promise.withResolvers<string[]>();
  const lines: string[] = [];
  const objects: KubeObject[] = [];
  let wanted = Number.POSITIVE_INFINITY;
  const tell = (line: string) => {
    lines.push(line);
    if (lines.length >= wanted) story.resolve(lines);
  };
  api = await startScriptedApi(({ response, query }) => {
    const watching = query.get("watch") === "true";
    tell(watching ? `watch from ${query.get("resourceVersion")}` : "list");
    turns.shift()?.({
      list: (resourceVersion, ...items) =>
        answerJson(response, 200, { metadata: { resourceVersion }, items }),
      send: (type, object) =>
        new Promise((resolve) => response.write(`${JSON.stringify({ type, object })}\n`, () => resolve())),
      refuse: (status) => answerStatus(response, status, `no (${status})`),
      end: () => response.end(),
      reset: () => response.destroy(),
    });
    if (watching && !response.headersSent && !response.destroyed) response.flushHeaders();
  });
  watch = new KindWatch(
    api.connection,
    { apiVersion: "v1", kind: "Pod", path: "/api/v1/pods", labelSelector: "storeyard.dev/store" },
    {
      onChange: (type, object) => {
        objects.push(object);
        tell(`${type} ${object.metadata.name}@${object.metadata.resourceVersion}`);
      },
      onSynced: () => tell("synced"),
      onLost: (message) => tell(`lost: ${message}`),
    },
    { ...timings, ...override },
  );
  running = watch.run();
  return {
    lines,
    objects,
    until(count: number): Promise<string[]> {
      wanted = count;
      if (lines.length >= count) story.resolve(lines);
      return story.promise;
    },
  };
}

function pod(name: string, resourceVersion: string, uid = `uid-${name}`): KubeObject {
  return { apiVersion: "v1", kind: "Pod", metadata: { name, namespace: "store-a", uid, resourceVersion } };
}

test("lists, then reports each change, and requests bookmarks and the label", async () => {
  const { until } = await follow([
    ({ list }) => list("10", pod("a", "3"), pod("b", "4")),
    ({ send }) => {
      send("MODIFIED", pod("a", "11"));
      send("DELETED", pod("b", "12"));
      send("ADDED", pod("c", "13"));
    },
  ]);
  expect(await until(8)).toEqual([
    "list",
    "added a@3",
    "added b@4",
    "watch from 10",
    "synced",
    "modified a@11",
    "deleted b@12",
    "added c@13",
  ]);
  const query = api.requests[1]?.query;
  expect(query?.get("allowWatchBookmarks")).toBe("true");
  expect(query?.get("labelSelector")).toBe("storeyard.dev/store");
});

test("a broken watch resumes from the last bookmark and reports nothing twice", async () => {
  const { until } = await follow([
    ({ list }) => list("10", pod("a", "3")),
    async ({ send, reset }) => {
      await send("BOOKMARK", { metadata: { resourceVersion: "20" } });
      reset();
    },
    ({ send }) => send("MODIFIED", pod("a", "21")),
  ]);
  expect(await until(8)).toEqual([
    "list",
    "added a@3",
    "watch from 10",
    "synced",
    expect.stringMatching(/^lost: /),
    "watch from 20",
    "synced",
    "modified a@21",
  ]);
});

test("deletions that are older than the history are reported after the new list", async () => {
  const { until } = await follow([
    ({ list }) => list("10", pod("a", "3"), pod("b", "4"), pod("c", "5")),
    ({ send, end }) => {
      send("ERROR", { kind: "Status", code: 410, message: "too old resource version" });
      end();
    },
    ({ list }) => list("90", pod("a", "3"), pod("b", "80"), pod("c", "81", "another")),
    () => {},
  ]);
  expect((await until(12)).slice(6)).toEqual([
    "list",
    "modified b@80",
    "deleted c@5",
    "added c@81",
    "watch from 90",
    "synced",
  ]);
});

test("a refused watch is retried with back-off, and listed again after many failures", async () => {
  const refusals = Array.from<unknown, Turn>(
    { length: 8 },
    () =>
      ({ refuse }) =>
        refuse(503),
  );
  const { until, lines } = await follow([
    ({ list }) => list("10", pod("a", "3")),
    ...refusals,
    ({ list }) => list("4", pod("b", "2")),
  ]);
  const startedMs = performance.now();
  await until(2 + 2 * 8 + 4);
  expect(lines.filter((line) => line === "lost: no (503)")).toHaveLength(8);
  expect(lines.slice(-3)).toEqual(["added b@2", "deleted a@3", "watch from 4"]);
  // The pauses are at least half of 5, 10, 20, 40, 40, … ms.
  expect(performance.now() - startedMs).toBeGreaterThan(90);
});

test("watches that end at once are retried with back-off", async () => {
  const { until } = await follow(
    [
      ({ list }) => list("10"),
      ...Array.from<unknown, Turn>(
        { length: 6 },
        () =>
          ({ end }) =>
            end(),
      ),
    ],
    { backoffMs: { min: 20, max: 1_000 } },
  );
  const startedMs = performance.now();
  await until(12);
  expect(performance.now() - startedMs).toBeGreaterThan(10 + 20 + 40 + 80);
});

test("a silent watch is aborted and listed again", async () => {
  const { until } = await follow(
    [({ list }) => list("10", pod("a", "3")), () => {}, ({ list }) => list("30"), () => {}],
    { silenceMs: 60 },
  );
  expect(await until(9)).toEqual([
    "list",
    "added a@3",
    "watch from 10",
    "synced",
    "lost: no event for 0.06 s",
    "list",
    "deleted a@3",
    "watch from 30",
    "synced",
  ]);
});

test("objects are held without field ownership and kubectl's copy", async () => {
  const heavy = pod("a", "3");
  heavy.metadata.managedFields = [{ manager: "helm" }];
  heavy.metadata.annotations = { "kubectl.kubernetes.io/last-applied-configuration": "{…}", kept: "yes" };
  const { until, objects } = await follow([({ list }) => list("10", heavy), () => {}]);
  await until(2);
  expect(objects[0]?.metadata).toEqual({ ...pod("a", "3").metadata, annotations: { kept: "yes" } });
});
