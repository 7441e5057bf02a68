import { allOperations } from "./all-operations";

/** A path that programs call, and its methods. */
export interface Route {
  /** As in OpenAPI, e.g. `/api/stores/{name}`; `{...}` stands for one path segment or more. */
  path: string;
  methods: readonly string[];
}

/** Paths without an operation. They need no account, write no audit entry, and are not in the OpenAPI document. */
const withoutOperation: Route[] = [
  // Answered by next-auth.
  { path: "/api/auth/{...}", methods: ["GET", "POST"] },
  // For supervisors and monitoring.
  { path: "/healthz", methods: ["GET"] },
  { path: "/readyz", methods: ["GET"] },
  { path: "/metrics", methods: ["GET"] },
];

/** Every path of the API. A test compares this list with the route files under `app`. */
export const routes: readonly Route[] = [...Map.groupBy(allOperations, ({ path }) => path)]
  .map(([path, operations]): Route => ({ path, methods: operations.map(({ method }) => method) }))
  .concat(withoutOperation);
