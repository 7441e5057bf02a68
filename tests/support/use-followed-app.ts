import { afterAll, beforeAll } from "vitest";
import { type Follower, followEvents } from "./follow-events";
import { startApp, type TestApp } from "./start-app";

export interface FollowedApp {
  app: TestApp;
  /** The events of all stores, from the first event on. */
  events: Follower;
}

/** Starts an app on the tests' cluster before the tests of the file, follows its events, and ends both after them. */
export function useFollowedApp(): FollowedApp {
  const followed = {} as FollowedApp;
  beforeAll(async () => {
    followed.app = await startApp();
    followed.events = await followEvents(followed.app);
  });
  afterAll(async () => {
    followed.events?.close();
    await followed.app?.close();
  });
  return followed;
}
