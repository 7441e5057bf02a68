// @vitest-environment jsdom
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { emptyTimeline } from "@/lib/domain/timeline";
import { engineProfiles } from "@/lib/engines/engine-profiles";
import { stepSource } from "@/lib/engines/step-source";
import { listOperationProfiles } from "@/lib/services/operations/list-operation-profiles";
import { fakeApi } from "@/tests/support/fake-api";
import { fakeEventSource } from "@/tests/support/fake-event-source";
import { renderInApp } from "@/tests/support/render-in-app";
import { shownStore } from "@/tests/support/shown-store";
import { PageCacheCard } from "./page-cache-card";
import { StoreProvider } from "./store-provider";

function renderCard(answer: (method: string) => Response) {
  fakeEventSource();
  const asked: string[] = [];
  fakeApi((request) => {
    asked.push(`${request.method} ${request.path}`);
    return answer(request.method);
  });
  const { user } = renderInApp(
    <StoreProvider
      store={{ ...shownStore, phase: "ready", readyAt: shownStore.createdAt }}
      typeLabel="A type"
      sells={false}
      engine={stepSource(engineProfiles, "wordpress")}
      operations={listOperationProfiles()}
      timeline={emptyTimeline}
      can={["read", "enter"]}
    >
      <PageCacheCard />
    </StoreProvider>,
  );
  return { user, asked };
}

it("the page cache shows its hit rate, is cleared and is turned off", async () => {
  let on = true;
  const { user, asked } = renderCard((method) => {
    if (method === "POST") on = false;
    return Response.json({ on, replaced: false, hits: 1_950, misses: 50 });
  });
  expect(await screen.findByText(/98 % of 2,000 pages/)).toBeDefined();
  await user.click(screen.getByRole("button", { name: "Clear cache" }));
  await user.click(await screen.findByRole("button", { name: "Turn off" }));
  expect(await screen.findByText(/It is off/)).toBeDefined();
  expect(screen.getByRole("button", { name: "Clear cache" }).hasAttribute("disabled")).toBe(true);
  const address = "/api/stores/blue/page-cache";
  expect(asked.filter((each) => each.includes("page-cache"))).toEqual([
    `GET ${address}`,
    `DELETE ${address}`,
    `POST ${address}`,
  ]);
});

it("the page cache says why it can't be read", async () => {
  const detail = "The store's image has no page cache. Update its images to get one.";
  renderCard(() =>
    Response.json(
      { title: "Conflict", status: 409, detail },
      { status: 409, headers: { "content-type": "application/problem+json" } },
    ),
  );
  expect(await screen.findByText(detail)).toBeDefined();
  expect(screen.getByRole("button", { name: "Turn off" }).hasAttribute("disabled")).toBe(true);
});
