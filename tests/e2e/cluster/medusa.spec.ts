import { expect } from "@playwright/test";
import type { OpenedAdmin } from "@/lib/services/stores/open-admin";
import { request } from "@/tests/support/api-client";
import { type Follower, followEvents } from "@/tests/support/follow-events";
import { namespaceExists } from "@/tests/support/kubectl";
import { adminEmail } from "@/tests/support/start-app";
import { createStore, deleteStore, freshName, untilForgotten, untilPhase } from "@/tests/support/stores";
import { test } from "../support/cluster-fixture";

test.describe("a Medusa shop", () => {
  const name = freshName("medusa-browser");
  let events: Follower;
  let url: string;
  let password: string;

  test.beforeAll(async ({ app }) => {
    events = await followEvents(app);
    const store = await createStore(app, name, {
      type: "medusa",
      title: "The Workshop",
      country: "DE",
      currency: "EUR",
    });
    url = store.url;
    await untilPhase(events, name, "ready");
    const shown = await request<{ password: string }>(app, "POST", `/api/stores/${name}/admin-password`);
    password = shown.body.password;
  });

  test.afterAll(async ({ app }) => {
    await deleteStore(app, name);
    await untilForgotten(events, name);
    expect(await namespaceExists(`store-${name}`)).toBe(false);
    events.close();
  });

  test("sells two products to a shopper and shows the order to its owner", async ({ page, shoot }) => {
    await test.step("open the catalogue", async () => {
      await page.goto(url);
      await expect(page).toHaveTitle("The Workshop");
      await expect(page.getByRole("listitem")).toHaveCount(3);
      const images = page.locator("main img");
      await expect(images).not.toHaveCount(0);
      const unseen = () =>
        images.evaluateAll((all) => all.filter((image) => !(image as HTMLImageElement).naturalWidth).length);
      await expect.poll(unseen).toBe(0);
      await shoot(page, "medusa-shop");
    });

    await test.step("add two products to the cart", async () => {
      await page.getByRole("link", { name: "Stoneware mug" }).click();
      await page.getByRole("navigation", { name: "Glaze" }).getByRole("link", { name: "Sage" }).click();
      await expect(page.getByRole("img", { name: "Stoneware mug, Sage" })).toBeVisible();
      await shoot(page, "medusa-product");
      await page.getByLabel("Quantity").selectOption("2");
      await page.getByRole("button", { name: "Add to cart" }).click();
      await expect(page).toHaveURL(`${url}/cart`);
      await page.goto(`${url}/products/dome-lamp`);
      await page.getByRole("button", { name: "Add to cart" }).click();
      await expect(page.getByRole("link", { name: "Cart 3 items" })).toBeVisible();
    });

    await test.step("check out", async () => {
      await page.getByRole("link", { name: "Check out" }).click();
      const address = {
        "E-mail": "ada@example.com",
        "First name": "Ada",
        "Last name": "Lovelace",
        "Street and number": "1 Test Street",
        Postcode: "10115",
        City: "Berlin",
      };
      for (const [label, value] of Object.entries(address)) await page.getByLabel(label).fill(value);
      await page.getByRole("button", { name: "Continue to delivery" }).click();
      await page.getByText("Express").click();
      await page.getByRole("button", { name: "Continue to payment" }).click();
      await shoot(page, "medusa-checkout");
      await page.getByRole("button", { name: "Place the order, €149.00" }).click();
      await expect(page.getByText("Thank you. Your order was placed.")).toBeVisible();
      await expect(page.getByRole("heading", { name: "Order #1" })).toBeVisible();
      await shoot(page, "medusa-order");
    });

    await test.step("find the order with its e-mail address, and not with another one", async () => {
      await page.getByRole("link", { name: "Your order" }).first().click();
      const look = async (email: string) => {
        await page.getByLabel("Order number").fill("1");
        await page.getByLabel("E-mail").fill(email);
        await page.getByRole("button", { name: "Find order" }).click();
      };
      await look("eve@example.com");
      await expect(page.getByRole("alert").filter({ hasText: "no order" })).toBeVisible();
      await look("ada@example.com");
      await expect(page.getByRole("heading", { name: "Order #1" })).toBeVisible();
    });

    await test.step("sign in to Medusa Admin and see the order", async () => {
      await page.goto(`${url}/app`);
      await page.getByPlaceholder("Email").fill(adminEmail);
      await page.getByPlaceholder("Password").fill(password);
      await page.getByRole("button", { name: "Continue with Email" }).click();
      await page.getByRole("link", { name: "Orders" }).first().click();
      await expect(page.getByRole("row", { name: /#1.*149/ })).toBeVisible();
      await shoot(page, "medusa-admin");
    });
  });

  test("sells without JavaScript", async ({ browser }) => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(`${url}/products/stoneware-mug`);
    await page.getByRole("button", { name: "Add to cart" }).click();
    await page.getByRole("button", { name: "One more of Stoneware mug, Clay" }).click();
    await expect(page.getByRole("link", { name: "Cart 2 items" })).toBeVisible();
    await page.getByRole("button", { name: "Remove Stoneware mug, Clay" }).click();
    await expect(page.getByRole("heading", { name: "Your cart is empty" })).toBeVisible();
    await page.goto(`${url}/products/beeswax-candles?Height=Tall`);
    await expect(page.getByRole("button", { name: "Sold out" })).toBeDisabled();
    await page.close();
  });

  test("signs its owner in from the dashboard without a password", async ({ app, page }) => {
    const { body } = await request<OpenedAdmin>(app, "POST", `/api/stores/${name}/admin-session`);
    const inputs = Object.entries(body.fields).map(
      ([key, value]) => `<input name="${key}" value="${value}">`,
    );
    await page.setContent(
      `<form method="post" action="${body.url}">${inputs.join("")}<button>Go</button></form>`,
    );
    await page.getByRole("button", { name: "Go" }).click();
    await expect(page).toHaveURL(/\/app\/orders/);
    await expect(page.getByRole("row", { name: /ada@example.com/ }).first()).toBeVisible();
  });
});
