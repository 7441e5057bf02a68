import { setImmediate as nextTurn } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import {
  answerStatus,
  type ScriptedApi,
  type ScriptedRequest,
  startScriptedApi,
} from "@/tests/support/scripted-api";
import { followPodLog } from "./follow-pod-log";

let api: ScriptedApi | undefined;
const uncaught: unknown[] = [];
const note = (error: unknown) => uncaught.push(error);
process.on("uncaughtException", note);
afterEach(async () => {
  await api?.close();
  process.off("uncaughtException", note);
  expect(uncaught).toEqual([]);
  process.on("uncaughtException", note);
});

const request = { namespace: "store-a", pod: "a-0", container: "shop", tailLines: 2 };

async function follow(answer: (request: ScriptedRequest) => void, signal = new AbortController().signal) {
  api = await startScriptedApi(answer);
  return followPodLog(api.connection, request, signal);
}

test("lines arrive as they are written, and the log ends with the container", async () => {
  const lines = await follow(({ response }) => {
    response.write("one\ntw");
    response.end("o\nthree without a line break");
  });
  expect(await Array.fromAsync(lines)).toEqual(["one", "two", "three without a line break"]);
  const [{ path, query, headers } = {} as ScriptedRequest] = api?.requests ?? [];
  expect(path).toBe("/api/v1/namespaces/store-a/pods/a-0/log");
  expect(Object.fromEntries(query)).toMatchObject({
    container: "shop",
    follow: "true",
    timestamps: "true",
    tailLines: "2",
  });
  expect(headers.authorization).toBe("Bearer t0ken");
});

test("the signal ends the log and closes its connection without an error", async () => {
  const stopping = new AbortController();
  const closed = Promise.withResolvers<void>();
  const lines = await follow(({ response }) => {
    response.write("one\n");
    response.on("close", closed.resolve);
  }, stopping.signal);
  const read: string[] = [];
  for await (const line of lines) {
    read.push(line);
    stopping.abort();
  }
  await closed.promise;
  await nextTurn();
  expect(read).toEqual(["one"]);
});

test("a reader that stops early closes the connection", async () => {
  const closed = Promise.withResolvers<void>();
  const lines = await follow(({ response }) => {
    response.write("one\ntwo\n");
    response.on("close", closed.resolve);
  });
  for await (const _ of lines) break;
  await closed.promise;
});

test("a broken connection is an error for the reader and does not crash the process", async () => {
  const lines = await follow(({ response }) => {
    response.write("one\n");
    setTimeout(() => response.destroy(), 20);
  });
  await expect(Array.fromAsync(lines)).rejects.toThrow();
});

test("a container that has not started is refused with the server's status", async () => {
  const refused = follow(({ response }) => answerStatus(response, 400, "is waiting to start"));
  await expect(refused).rejects.toMatchObject({ name: "ApiError", status: 400 });
});
