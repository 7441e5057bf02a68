import { expect, type Page } from "@playwright/test";
import { lookAt } from "./look-at";
import { visit } from "./visit";

/** The store that the pages below are shown for. */
export const lookedAtStore = "pages-shop";
const store = `/stores/${lookedAtStore}`;

export interface Look {
  path: string;
  /** What is there once the page is. */
  seen: string;
  /** What it is called in the gallery, where it is to be there. */
  picture?: string;
}

/** Pages for everybody, by their routes. A page that is neither here nor below fails every-page.spec.ts. */
export const outside: Record<string, Look[]> = {
  "/sign-in": [{ path: "/sign-in", seen: "Sign in" }],
  "/register": [{ path: "/register", seen: "Storeyard" }],
  "/setup": [{ path: "/setup#x", seen: "This link is not valid" }],
  "/join": [{ path: "/join#x", seen: "This link is not valid" }],
  "/new-password": [{ path: "/new-password#x", seen: "This link is not valid" }],
  "/api/docs": [{ path: "/api/docs", seen: "API reference" }],
  "/api/docs/[part]": [
    { path: "/api/docs/stores", seen: "Create a store" },
    { path: "/api/docs/answers", seen: "The fields of every response" },
    { path: "/api/docs/nothing", seen: "This page does not exist" },
  ],
};
/** Pages for somebody who has signed in, by their routes. */
export const inside: Record<string, Look[]> = {
  "/": [
    { path: "/", seen: "Pages Shop", picture: "stores" },
    { path: "/?q=nobody-is-called-that", seen: "No stores found", picture: "no-match" },
  ],
  "/stores/new": [{ path: "/stores/new", seen: "Title", picture: "new-store" }],
  "/stores/[name]": [
    { path: store, seen: "Volumes", picture: "store-overview" },
    { path: "/stores/nobody-has-this", seen: "Store not found", picture: "no-such-store" },
  ],
  "/stores/[name]/activity": [{ path: `${store}/activity`, seen: "Created", picture: "store-activity" }],
  "/stores/[name]/logs": [{ path: `${store}/logs`, seen: "Set-up done", picture: "store-logs" }],
  "/stores/[name]/settings": [
    { path: `${store}/settings`, seen: "Delete this store", picture: "store-settings" },
  ],
  "/stores/[name]/kubernetes": [
    { path: `${store}/kubernetes`, seen: "# Source:", picture: "store-kubernetes" },
  ],
  "/insights": [{ path: "/insights", seen: "Time to ready", picture: "insights" }],
  "/cluster": [{ path: "/cluster", seen: "Storage classes", picture: "cluster" }],
  "/account": [{ path: "/account", seen: "Change password" }],
  "/account/sessions": [{ path: "/account/sessions", seen: "This browser" }],
  "/account/tokens": [{ path: "/account/tokens", seen: "New token" }],
  "/accounts": [{ path: "/accounts", seen: "Signed in" }],
  "/accounts/invitations": [{ path: "/accounts/invitations", seen: "Invite somebody" }],
  "/plans": [{ path: "/plans", seen: "Largest volume" }],
  "/audit": [{ path: "/audit", seen: "Audit log" }],
};
export const nowhere: Look = { path: "/nowhere", seen: "This page does not exist", picture: "not-found" };

/** Opens the page and checks it in every way; `keep` saves the pictures of one that has a name for them. */
export async function openAndLook(
  page: Page,
  { path, seen, picture }: Look,
  keep?: (picture: string) => Promise<void>,
): Promise<void> {
  await visit(page, path);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText(seen).first()).toBeVisible();
  await expect(page).toHaveTitle(/Storeyard/);
  await lookAt(page, picture ?? path, picture === undefined ? undefined : keep);
}
