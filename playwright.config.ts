import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";
import { debianChromium } from "./scripts/testing/ensure-chromium";

export default defineConfig({
  outputDir: "test-results/e2e",
  globalSetup: "./tests/e2e/support/start-pages-app",
  // A machine that builds something meanwhile is slow, and no test is about time.
  timeout: 480_000,
  expect: { timeout: 60_000 },
  // The cluster's tests wait more than they work.
  workers: 3,
  projects: [
    /** What needs pods, one test after the other; first, because nothing else takes as long. */
    { name: "cluster", testDir: "tests/e2e/cluster", workers: 1 },
    /** Real pages over a fake cluster, side by side. */
    { name: "pages", testDir: "tests/e2e/pages" },
  ],
  forbidOnly: true,
  reporter: "list",
  use: {
    viewport: { width: 1280, height: 800 },
    locale: "en-US",
    // What can not be clicked is a failure of its own, not of the whole test by and by.
    actionTimeout: 60_000,
    // No film of each test: it takes as much of the processor as the page itself.
    trace: { mode: "retain-on-failure", screenshots: false },
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: existsSync(debianChromium) ? debianChromium : undefined,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--host-resolver-rules=MAP *.localhost 127.0.0.1",
      ],
    },
  },
});
