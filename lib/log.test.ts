import { describe, expect, it } from "vitest";
import { createLog } from "./log";

const token = `sy_${"Ab3-_".repeat(8)}`;
const cookie = `eyJhbGciOiJkaXIifQ..${"x1Y2".repeat(10)}.${"z".repeat(40)}.tag`;

function linesOf(write: (log: ReturnType<typeof createLog>) => void): string {
  let text = "";
  write(createLog("info", { write: (line) => (text += line) }));
  return text;
}

describe("a secret", () => {
  const secrets = {
    password: "hunter2-password",
    passwordHash: "$argon2id$hunter2",
    token: "hunter2-token",
    secret: "hunter2-secret",
    authorization: "Bearer hunter2",
    cookie: "next-auth=hunter2",
    headers: { cookie: "hunter2" },
    body: "hunter2-body",
    stringData: { key: "hunter2" },
    data: { key: "hunter2" },
  };

  it.each(Object.entries(secrets))(
    "in a field called %s is redacted, also one level below",
    (field, value) => {
      const text = linesOf((log) => {
        log.info({ [field]: value }, "top");
        log.info({ request: { [field]: value } }, "inside");
      });
      expect(text.match(/\[Redacted\]/g)).toHaveLength(2);
      expect(text).not.toContain("hunter2");
    },
  );

  it("that a library attached to its error is not written", () => {
    const error = Object.assign(new Error("Request failed"), {
      options: { headers: { authorization: "hunter2" } },
      response: { body: "hunter2" },
      params: ["hunter2"],
    });
    expect(linesOf((log) => log.error({ err: error }, "x"))).not.toContain("hunter2");
  });

  it("among the values of a failed statement is not written", () => {
    const error = new Error("Failed query: insert into users values (?, ?)\nparams: ann,hunter2");
    const text = linesOf((log) => log.error({ err: new Error("outer", { cause: error }) }, "x"));
    expect(text).toContain("insert into users");
    expect(text).not.toContain("hunter2");
  });

  it.each([
    ["an API token", token],
    ["a cookie", cookie],
    ["a Bearer value", "Bearer some-opaque-thing"],
  ])("in an error's text is redacted if it looks like %s", (_what, value) => {
    const text = linesOf((log) =>
      log.error({ err: new Error(`The answer was ${value}, nothing else`) }, "x"),
    );
    expect(text).not.toContain(value);
    expect(text).toContain("nothing else");
  });
});

it("an error keeps its type, code, stack and causes", () => {
  const cause = Object.assign(new Error("disk full"), { code: "SQLITE_FULL" });
  const line = JSON.parse(
    linesOf((log) => log.error({ err: new TypeError("no", { cause }), requestId: "r1" }, "Request failed")),
  );
  expect(line).toMatchObject({
    requestId: "r1",
    err: { type: "TypeError", message: "no", cause: { code: "SQLITE_FULL", message: "disk full" } },
  });
  expect(line.err.stack).toContain("log.test.ts");
});
