import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { allOperations } from "../contract/all-operations";
import * as stores from "../contract/stores";
import { curlExample } from "./curl-example";

it("the example of a create can be pasted into a shell", () => {
  expect(curlExample(stores.createStore)).toMatch(
    /^curl "\$STOREYARD\/api\/stores" -H "\$AUTH" -H 'Content-Type: application\/json' -d '\{"name":"store1",.*\}'$/,
  );
});

it("a delete names its method, and a stream is not buffered", () => {
  expect(curlExample(stores.deleteStore)).toBe('curl -X DELETE "$STOREYARD/api/stores/store1" -H "$AUTH"');
  expect(curlExample(stores.streamEvents)).toBe('curl -N "$STOREYARD/api/events" -H "$AUTH"');
});

it("a shell parses each example into the intended arguments", () => {
  for (const operation of allOperations) {
    const example = curlExample(operation);
    if (example === null) continue;
    const script = `STOREYARD=http://localhost AUTH=x; curl() { printf '%s\\0' "$@"; }; ${example}`;
    const args = execFileSync("sh", ["-c", script], { encoding: "utf8" }).split("\0");
    expect(args.find((arg) => arg.startsWith("http://localhost/api/"))).toBeDefined();
    if (operation.body) {
      expect(JSON.parse(args[args.indexOf("-d") + 1] ?? "")).toEqual(operation.example);
    }
  }
});

it("an operation that needs a browser has no example", () => {
  const forBrowsers = allOperations.filter(({ access }) => access.who === "session");
  expect(forBrowsers.map(curlExample)).toEqual(forBrowsers.map(() => null));
});
