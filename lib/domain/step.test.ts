import { expect, test } from "vitest";
import { createSteps, startSteps, stepTitle } from "./step";
import type { StorePart } from "./store-part";

const part = (name: string, over: Partial<StorePart> = {}): StorePart => ({
  name,
  workload: "Deployment",
  readiness: "rollout",
  title: name,
  phrase: `the ${name}`,
  container: name,
  claims: [],
  ...over,
});

test("an engine of one part without volumes has one step to start it", () => {
  const engine = { parts: [part("site")], verification: "Check the site" };
  expect(createSteps(engine)).toEqual(["namespace", "chart", "site", "verify"]);
  expect(stepTitle("site", engine)).toBe("Start the site");
  expect(stepTitle("verify", engine)).toBe("Check the site");
});

test("parts start after their dependencies, and a part that is not required has no step", () => {
  const jobs = part("jobs", { workload: "CronJob", readiness: "not_required" });
  const parts = [part("site", { claims: ["site"] }), part("database"), part("cache"), jobs];
  expect(startSteps({ parts })).toEqual(["disk", "cache", "database", "site"]);
});
