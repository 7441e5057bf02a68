import type { AppContext } from "@/lib/services/app-context";

/** Makes this the app that route handlers find. Where it lives is boot.ts's secret, as for its other module graphs. */
export function serveWith(app: AppContext): void {
  (globalThis as typeof globalThis & { storeyard?: AppContext }).storeyard = app;
}
