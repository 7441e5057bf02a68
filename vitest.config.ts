import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { collectEngines } from "./scripts/collect-engines.ts";

const root = fileURLToPath(new URL(".", import.meta.url));
collectEngines(root);

export default defineConfig({
  resolve: { alias: { "@": root.replace(/\/$/, "") } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          // Five times as fast as a process of its own for each file; what a file stubs is undone after each test.
          pool: "threads",
          isolate: false,
          // A machine that builds something meanwhile is slow, and no test is about time.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 30_000 } },
          unstubEnvs: true,
          unstubGlobals: true,
          include: [
            "*.test.ts",
            "{lib,app,components,scripts,cluster,tests/support,images}/**/*.test.{ts,tsx}",
          ],
        },
      },
      {
        extends: true,
        test: {
          name: "cluster",
          include: ["tests/cluster/**/*.test.ts"],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
