import type { AppContext } from "@/lib/services/app-context";

// Pages, routes and server.ts are separate module graphs in one process: what they share lives on globalThis.
const shared = globalThis as typeof globalThis & { storeyard?: AppContext };

/** The running app, wherever in the process it is asked for. Throws before `setApp`. */
export function getApp(): AppContext {
  if (!shared.storeyard) throw new Error("The app has not been booted.");
  return shared.storeyard;
}

/** Makes this the app that `getApp` returns from now on. */
export function setApp(app: AppContext): void {
  shared.storeyard = app;
}
