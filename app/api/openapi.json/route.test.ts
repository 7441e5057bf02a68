import { beforeEach, expect, it } from "vitest";
import { askRoute } from "@/tests/support/ask-route";
import { serveWith } from "@/tests/support/serve-with";
import { createTestPlatform } from "@/tests/support/test-platform";
import { GET } from "./route";

beforeEach(() => serveWith(createTestPlatform().app));

const ask = (headers: Record<string, string> = {}) =>
  askRoute(GET, new Request("http://localhost/api/openapi.json", { headers }));

it("everybody can read the document, and a client with the current ETag gets 304", async () => {
  const first = await ask();
  expect(await first.json()).toMatchObject({ openapi: "3.1.1", info: { title: "Storeyard" } });
  expect(first.headers.get("cache-control")).toBe("public, max-age=300");
  const again = await ask({ "if-none-match": first.headers.get("etag") ?? "" });
  expect([again.status, again.headers.get("cache-control")]).toEqual([304, "public, max-age=300"]);
});
