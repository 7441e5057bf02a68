import { beforeEach, describe, expect, it, vi } from "vitest";
import { audit } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import type { AppContext, Ctx } from "@/lib/services/app-context";
import {
  bearer,
  call,
  operationWith,
  sessionCookie,
  sessionSecret,
  tokenOf,
  whoAmI,
} from "@/tests/support/call-operation";
import { serveWith } from "@/tests/support/serve-with";
import { createTestPlatform } from "@/tests/support/test-platform";
import type { Problem } from "../resources/problem-resource";
import { serve } from "./serve";

let ann: Ctx;
let app: AppContext;

beforeEach(() => {
  ann = createTestPlatform({ env: { NEXTAUTH_SECRET: sessionSecret } }).as("ann@example.com");
  app = ann.app;
  serveWith(app);
});

describe("a refused write", () => {
  it("is audited with the request's id, unless its input is invalid", async () => {
    const headers = bearer(tokenOf(ann, "write"));
    const refuse = (code: "conflict" | "invalid") =>
      call(
        () => {
          throw new AppError(code, "No.");
        },
        { method: "POST", headers },
      );
    await refuse("invalid");
    const response = await refuse("conflict");
    expect(app.db.select().from(audit).all()).toMatchObject([
      {
        action: "doThings",
        actorEmail: "ann@example.com",
        via: "token",
        targetType: "store",
        target: "blue",
        result: "conflict",
        requestId: response.headers.get("x-request-id"),
      },
    ]);
  });

  it("is audited for a path without parameters", async () => {
    const refuse = serve(operationWith({ who: "anyone" }, "POST"), () => {
      throw new AppError("not_found", "No.");
    });
    const request = new Request("http://localhost:3000/api/things", { method: "POST" });
    expect((await refuse(request, { params: Promise.resolve(undefined) })).status).toBe(404);
    expect(app.db.select().from(audit).all()).toMatchObject([{ action: "doThings", target: "" }]);
  });
});

describe("an error", () => {
  it("with a code is answered as its problem", async () => {
    const headers = { cookie: await sessionCookie(ann) };
    const response = await call(
      () => {
        throw new AppError("not_found", "There is no such thing.");
      },
      { headers },
    );
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: "not_found", detail: "There is no such thing." });
  });

  it("without a code reveals no details, and is logged under the id of the answer", async () => {
    const logged = vi.spyOn(app.log, "error");
    const headers = { cookie: await sessionCookie(ann) };
    const response = await call(
      () => {
        throw new TypeError("password=hunter2");
      },
      { headers },
    );
    const problem = (await response.json()) as Problem;
    expect(problem).toMatchObject({ status: 500, code: "internal" });
    expect(JSON.stringify(problem)).not.toContain("hunter2");
    expect(logged).toHaveBeenCalledWith(
      expect.objectContaining({ requestId: problem.id, method: "GET", path: "/api/things" }),
      expect.any(String),
    );
  });
});

describe("an answer", () => {
  it("is logged in one line with operation, account and status, without the query", async () => {
    const logged = vi.spyOn(app.log, "info");
    const token = tokenOf(ann, "read");
    const response = await call(whoAmI, { headers: { ...bearer(token), "x-storeyard-peer": "192.0.2.1" } });
    expect(logged).toHaveBeenCalledExactlyOnceWith(
      {
        requestId: response.headers.get("x-request-id"),
        operation: "doThings",
        status: 200,
        ms: expect.any(Number),
        accountId: ann.actor.userId,
        address: "192.0.2.1",
      },
      "Request answered",
    );
    expect(JSON.stringify(logged.mock.calls)).not.toContain("secret=1");
    expect(JSON.stringify(logged.mock.calls)).not.toContain(token);
  });

  it("is measured by operation and status class, refusals included", async () => {
    await call(whoAmI, { headers: bearer(tokenOf(ann, "read")) });
    await call(whoAmI);
    const text = await app.metrics.registry.metrics();
    const counted = 'storeyard_http_request_duration_seconds_count{operation="doThings",status=';
    expect(text).toContain(`${counted}"2xx"} 1`);
    expect(text).toContain(`${counted}"4xx"} 1`);
  });
});
