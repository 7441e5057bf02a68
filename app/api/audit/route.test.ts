import { beforeEach, expect, it } from "vitest";
import { createToken } from "@/lib/services/accounts/tokens";
import { recordAudit } from "@/lib/services/record-audit";
import { askRoute } from "@/tests/support/ask-route";
import { serveWith } from "@/tests/support/serve-with";
import { createTestPlatform } from "@/tests/support/test-platform";
import { GET as EXPORT } from "./export/route";
import { GET } from "./route";

let headers: Record<string, string>;

beforeEach(() => {
  const platform = createTestPlatform();
  const root = platform.as("root@example.com", "admin");
  serveWith(platform.app);
  const origin = { ...root.origin, userAgent: '=HYPERLINK("http://evil.example")' };
  recordAudit(
    platform.deps.db,
    { ...root, origin },
    {
      action: "createStore",
      target: { type: "store", id: "s1", name: "blue", ownerId: root.actor.userId },
      detail: { plan: "standard" },
    },
  );
  const { token } = createToken(platform.app, root.actor.userId, { name: "laptop", scope: "admin" });
  headers = { authorization: `Bearer ${token}` };
});

const ask = (query: string) => askRoute(GET, new Request(`http://localhost/api/audit${query}`, { headers }));
const download = (query: string) =>
  askRoute(EXPORT, new Request(`http://localhost/api/audit/export${query}`, { headers }));

it("returns the audit entries as a list", async () => {
  expect(await (await ask("?from=2020-01-01&action=createStore")).json()).toMatchObject({
    entries: [{ action: "createStore", target: { type: "store", id: "s1", name: "blue" } }],
    nextCursor: null,
  });
  expect(await (await ask("?to=2020-01-01T00:00:00%2B02:00")).json()).toMatchObject({ entries: [] });
});

it.each(["?from=yesterday", "?targetType=planet", "?limit=1000", "?unknown=1", "?cursor=x"])(
  "refuses the invalid filter %s",
  async (query) => {
    expect((await ask(query)).status).toBe(422);
  },
);

it("exports CSV whose fields no spreadsheet evaluates as formulas", async () => {
  const response = await download("");
  expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(response.headers.get("content-disposition")).toMatch(
    /^attachment; filename="audit-\d{4}-\d\d-\d\d\.csv"$/,
  );
  const [head, line, rest] = (await response.text()).split("\r\n");
  expect(head?.split(",")).toHaveLength(16);
  expect(line).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
  expect(line).toContain(`"{""plan"":""standard""}"`);
  expect(rest).toBe("");
});

it("exports JSON lines with one object on each line", async () => {
  const text = await (await download("?format=jsonl&target=blue")).text();
  expect(
    text
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line).target.name),
  ).toEqual(["blue"]);
});
