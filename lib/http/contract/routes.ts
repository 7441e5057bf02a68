import { allOperations } from "./all-operations";

/** An address that answers programs, and the methods that it has. */
export interface Route {
  /** As in OpenAPI, e.g. `/api/stores/{name}`; `{...}` stands for one path segment or more. */
  path: string;
  methods: readonly string[];
}

/** Addresses without an operation: no account, no schema, no audit entry, and no place in the OpenAPI document. */
const withoutOperation: Route[] = [
  // Answered by next-auth.
  { path: "/api/auth/{...}", methods: ["GET", "POST"] },
  // For whatever supervises and measures the process.
  { path: "/healthz", methods: ["GET"] },
  { path: "/readyz", methods: ["GET"] },
  { path: "/metrics", methods: ["GET"] },
];

/** Every address of the API. A test holds this list against the route files under `app`. */
export const routes: readonly Route[] = [...Map.groupBy(allOperations, ({ path }) => path)]
  .map(([path, operations]): Route => ({ path, methods: operations.map(({ method }) => method) }))
  .concat(withoutOperation);
