import { globSync } from "node:fs";
import { expect } from "@playwright/test";
import { projectRoot } from "@/scripts/shell/state";
import { inside, openAndLook, outside } from "../support/every-page";
import { test } from "../support/pages-fixture";

test("these tests cover every page of the app", () => {
  const pages = globSync("app/**/page.tsx", { cwd: projectRoot });
  const routes = pages.map((file) => `/${file.replace(/^app\/|\([^)]+\)\/|\/?page\.tsx$/g, "")}`);
  expect(Object.keys({ ...outside, ...inside }).sort()).toEqual(routes.sort());
});

for (const look of Object.values(outside).flat()) {
  test(`${look.path} is accessible and has no horizontal overflow, signed out`, async ({ page }) => {
    await openAndLook(page, look);
  });
}
