import type { Locator, Page } from "@playwright/test";
import { expect } from "@playwright/test";

/** What a create takes at most on a machine that is busy with other things. */
export const patient = { timeout: 120_000 };

/** The head of a store's page: title, state and doors. Elsewhere a filter, a row or a toast may say the same words. */
export function headOf(page: Page, title: string): Locator {
  const heading = page.getByRole("heading", { level: 1, name: title, exact: true });
  return page.locator("header").filter({ has: heading });
}

/** Waits for the state on the page and in the browser's tab. */
export async function expectState(page: Page, title: string, state: string): Promise<void> {
  await expect(headOf(page, title).getByText(state, { exact: true })).toBeVisible(patient);
  await expect(page).toHaveTitle(`${title}: ${state} · Storeyard`);
}

/** Chooses what every installation can make, and fast; names it and sends the form. */
export async function createSite(page: Page, name: string): Promise<void> {
  const form = page.getByRole("form", { name: "New store" });
  await form.getByLabel("Name").fill(name);
  await form.locator("label").filter({ hasText: "WordPress site" }).click();
  await form.getByRole("button", { name: "Create store" }).click();
  await expect(page).toHaveURL(`/stores/${name}`);
}

/** Waits until the dot in the icon of the browser's tab has this colour. */
export async function expectIcon(page: Page, colour: string): Promise<void> {
  const icon = page.locator('link[rel="icon"]').first();
  await expect(icon).toHaveAttribute("href", new RegExp(encodeURIComponent(colour)), patient);
}
