import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { includesScope } from "@/lib/domain/actor";
import { roleAllows } from "@/lib/domain/store-role";
import { allOperations } from "@/lib/http/contract/all-operations";
import type { Operation } from "@/lib/http/contract/operation";
import type { Problem } from "@/lib/http/resources/problem-resource";
import { askRoute } from "@/tests/support/ask-route";
import { methodsIn, pathOf, routeFiles } from "@/tests/support/route-files";
import { serveWith } from "@/tests/support/serve-with";
import { type Caller, createSweep, type Sweep } from "@/tests/support/sweep-callers";

type Handler = Parameters<typeof askRoute>[0];

/** Routes that no operation of the contract describes, and why that is right. */
const besideTheContract: Record<string, string> = {
  "app/api/[...path]/route.ts":
    "Says of every other address that there is nothing; reads and changes nothing.",
  "app/api/auth/[...nextauth]/route.ts": "The sign-in itself: next-auth's own protocol for browsers.",
  "app/healthz/route.ts": "Says that the process lives, and nothing else.",
  "app/readyz/route.ts": "Says whether the app can work; names no data.",
  "app/metrics/route.ts":
    "For Prometheus: METRICS_TOKEN or a request from this host; app/metrics/route.test.ts.",
};

/** Exported methods that no rule speaks of. */
function unruled(routes: { file: string; methods: string[] }[]): string[] {
  return routes
    .filter(({ file }) => !(file in besideTheContract))
    .flatMap((route) => route.methods.map((method) => ({ method, path: pathOf(route.file) })))
    .filter(({ method, path }) => !allOperations.some((one) => one.method === method && one.path === path))
    .map(({ method, path }) => `${method} ${path}`);
}

describe("each route", () => {
  it("has an operation in the contract, or a reason to have none", () => {
    expect(routeFiles.length).toBeGreaterThan(10);
    expect(unruled(routeFiles.map((file) => ({ file, methods: methodsIn(file) })))).toEqual([]);
  });

  it("without a rule is found", () => {
    expect(unruled([{ file: "app/api/secrets/[id]/route.ts", methods: ["GET", "PUT"] }])).toEqual([
      "GET /api/secrets/{id}",
      "PUT /api/secrets/{id}",
    ]);
  });

  it("with an exemption exists", () => {
    expect(Object.keys(besideTheContract).filter((file) => !routeFiles.includes(file))).toEqual([]);
  });

  it("of the contract exists", () => {
    const served = routeFiles.flatMap((file) => methodsIn(file).map((method) => `${method} ${pathOf(file)}`));
    const missing = allOperations.filter(({ method, path }) => !served.includes(`${method} ${path}`));
    expect(missing.map(({ id }) => id)).toEqual([]);
  });

  it("is a route handler: the app has no server actions", () => {
    const sources = globSync(["{app,components,lib}/**/*.{ts,tsx}", "*.ts"]);
    const actions = sources.filter((file) => /^\s*["']use server["']/m.test(readFileSync(file, "utf8")));
    expect(actions).toEqual([]);
  });
});

const unknown = /^There is no (store called “blue”|such operation)/;

/** What the rule says of a caller: that they may, or the status that they are refused with. */
function verdictFor({ access }: Operation, { credential, isAdmin, role }: Caller): "may" | 401 | 403 | 404 {
  if (access.who === "anyone") return "may";
  if (credential === null) return 401;
  const actsAsAdmin = isAdmin && credential.scope === "admin";
  switch (access.who) {
    case "account":
      return includesScope(credential.scope, access.scope) ? "may" : 403;
    case "session":
      return credential.kind === "session" ? "may" : 403;
    case "admin":
      return actsAsAdmin ? "may" : 403;
    case "member": {
      if (actsAsAdmin) return "may";
      if (role === null) return 404;
      if (access.verb !== "read" && !includesScope(credential.scope, "write")) return 403;
      return roleAllows(role, access.verb) ? "may" : 403;
    }
  }
}

describe("the access rule of each operation", () => {
  let sweep: Sweep;
  beforeAll(async () => {
    sweep = await createSweep();
    serveWith(sweep.platform.app);
  });

  it.each(allOperations.map((operation) => [operation.id, operation] as const))(
    "applies to every kind of caller: %s",
    async (_id, operation) => {
      const handler = await handlerOf(operation);
      const wrong: string[] = [];
      for (const [who, caller] of Object.entries(sweep.callers)) {
        const said = await ask(handler, operation, caller);
        const expected = verdictFor(operation, caller);
        const fits = expected === "may" ? mayHave(operation, said) : isRefused(said, expected);
        if (!fits)
          wrong.push(`${who}: expected ${expected}, was ${said.status} ${said.problem?.detail ?? ""}`);
      }
      expect(wrong).toEqual([]);
    },
  );

  interface Said {
    status: number;
    problem: Problem | null;
    changed: boolean;
  }

  /** Asks within a transaction that is rolled back, so that everybody finds the same installation. */
  async function ask(handler: Handler, operation: Operation, caller: Caller): Promise<Said> {
    const { $client } = sweep.platform.deps.db;
    $client.exec("begin");
    try {
      const before = contents();
      const answer = await askRoute(handler, requestOf(operation, caller), paramsOf(operation));
      const isProblem = answer.headers.get("content-type")?.startsWith("application/problem+json");
      const problem = isProblem ? ((await answer.json()) as Problem) : null;
      if (!isProblem) await answer.body?.cancel();
      return { status: answer.status, problem, changed: contents() !== before };
    } finally {
      if ($client.inTransaction) $client.exec("rollback");
    }
  }

  /** Everything that a refusal must leave as it is: all but who was seen when, and the audit log. */
  function contents(): string {
    const { $client } = sweep.platform.deps.db;
    const tables = [
      "users",
      "identities",
      "links",
      "plans",
      "stores",
      "store_members",
      "handovers",
      "operations",
    ];
    const rows = tables.map((table) => $client.prepare(`select * from ${table}`).all());
    const credentials = ["sessions", "tokens"].map((table) =>
      $client.prepare(`select id from ${table}`).all(),
    );
    return JSON.stringify([rows, credentials, sweep.platform.deps.events.lastSeq()]);
  }

  /** An allowed request can still fail for other reasons, but not for access. */
  function mayHave({ problems = [] }: Operation, { status, problem }: Said): boolean {
    if (status === 401 || status === 500) return false;
    if (status === 403) return problems.includes(403);
    return !unknown.test(problem?.detail ?? "");
  }

  /** Who may see nothing hears what they would hear of a store that is not there; and nothing has happened. */
  function isRefused({ status, problem, changed }: Said, expected: number): boolean {
    if (changed || status !== expected) return false;
    return status !== 404 || unknown.test(problem?.detail ?? "");
  }

  function paramsOf(operation: Operation): Record<string, string> {
    const { userId } = sweep.bystander.actor;
    const id = operation.path.startsWith("/api/operations/") ? sweep.operationId : userId;
    const known: Record<string, string> = { name: "blue", candidate: "green", userId, id };
    const names = Object.keys(operation.params?.shape ?? {});
    return Object.fromEntries(names.map((name) => [name, known[name] ?? "standard"]));
  }

  function requestOf(operation: Operation, caller: Caller): Request {
    const path = Object.entries(paramsOf(operation)).reduce<string>(
      (filled, [name, value]) => filled.replace(`{${name}}`, value),
      operation.path,
    );
    return new Request(`http://localhost:3000${path}`, {
      method: operation.method,
      headers: { ...caller.headers, ...(operation.body && { "content-type": "application/json" }) },
      body: operation.body ? JSON.stringify(operation.example) : undefined,
    });
  }
});

async function handlerOf({ method, path }: Operation): Promise<Handler> {
  const file = routeFiles.find((candidate) => pathOf(candidate) === path) ?? "";
  const module = (await import(resolve(file))) as Record<string, Handler | undefined>;
  const handler = module[method];
  if (!handler) throw new Error(`${file} exports no ${method}.`);
  return handler;
}
