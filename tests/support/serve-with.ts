import type { Services } from "@/lib/services/context";

/** Makes this the app that route handlers find. Where it lives is boot.ts's secret, as for its other module graphs. */
export function serveWith(app: Services): void {
  (globalThis as typeof globalThis & { storeyard?: Services }).storeyard = app;
}
