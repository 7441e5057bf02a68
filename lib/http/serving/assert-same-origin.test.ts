import { expect, it } from "vitest";
import { assertSameOrigin } from "./assert-same-origin";

function write(headers: Record<string, string>): Request {
  return new Request("http://localhost:3000/api/stores", { method: "POST", headers });
}

it.each([
  ["the app's own page, by Sec-Fetch-Site", { "sec-fetch-site": "same-origin" }],
  ["the app's own page in an older browser", { origin: "http://localhost:3000", host: "localhost:3000" }],
  ["the app's own page under another host name", { origin: "http://127.0.0.1:3000", host: "127.0.0.1:3000" }],
])("a write from %s is accepted", (_what, headers) => {
  expect(() => assertSameOrigin(write(headers))).not.toThrow();
});

it.each([
  [
    "another site",
    { "sec-fetch-site": "cross-site", origin: "https://evil.example", host: "localhost:3000" },
  ],
  [
    "a shop on the same site",
    { "sec-fetch-site": "same-site", origin: "http://store-a.localhost:3000", host: "localhost:3000" },
  ],
  [
    "another site that sends the app's origin",
    { "sec-fetch-site": "cross-site", origin: "http://localhost:3000", host: "localhost:3000" },
  ],
  ["another port, in an older browser", { origin: "http://localhost:8080", host: "localhost:3000" }],
  ["a sandboxed frame", { origin: "null", host: "localhost:3000" }],
  ["an unknown origin", { host: "localhost:3000" }],
])("a write from %s is refused", (_what, headers) => {
  expect(() => assertSameOrigin(write(headers))).toThrow(expect.objectContaining({ code: "forbidden" }));
});
