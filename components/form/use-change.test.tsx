// @vitest-environment jsdom
import { screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { expect, it } from "vitest";
import { fakeApi, problem } from "@/tests/support/fake-api";
import { renderInApp } from "@/tests/support/render-in-app";
import { callApi } from "../api-client";
import { changeIfUnchanged } from "../change-if-unchanged";
import { useChange } from "./use-change";

interface Plan {
  plan: string;
}

/** A page with a plan that can be changed. The API's answer becomes the page's state, as after a refresh. */
function PlanPage({ call }: { call: (plan: string) => Promise<Plan> }) {
  const [saved, setSaved] = useState<Plan>({ plan: "standard" });
  const { shown, pending, change } = useChange<Plan, Plan, Plan>(saved, (_, to) => to, setSaved);
  const choose = (plan: string) =>
    change({ plan }, () => call(plan), {
      message: `Plan is ${plan}.`,
      undo: { to: { plan: saved.plan }, call: () => call(saved.plan), message: "Plan restored." },
    });
  return (
    <>
      <output>{shown.plan}</output>
      <p>{pending ? "Saving" : "Idle"}</p>
      <button type="button" onClick={() => choose("large")}>
        Change
      </button>
    </>
  );
}

const patch = (plan: string) => callApi<Plan>("PATCH", "/api/stores/blue", { plan });
const shown = () => screen.getByRole("status").textContent;

/** An answer that the test gives later. */
function delayed() {
  let resolve: (response: Response) => void = () => {};
  const answer = new Promise<Response>((settle) => {
    resolve = settle;
  });
  return { answer, resolve: (response: Response) => resolve(response) };
}

it("a change is shown before the API has answered, and stays after it", async () => {
  const { answer, resolve } = delayed();
  const calls = fakeApi(() => answer);
  const { user, router } = renderInApp(<PlanPage call={patch} />);
  await user.click(screen.getByRole("button", { name: "Change" }));
  expect(shown()).toBe("large");
  expect(screen.getByText("Saving")).toBeDefined();
  resolve(Response.json({ plan: "large" }));
  expect(await screen.findByText("Plan is large.")).toBeDefined();
  await waitFor(() => expect(screen.getByText("Idle")).toBeDefined());
  expect(shown()).toBe("large");
  expect(router.refresh).toHaveBeenCalled();
  expect(calls).toMatchObject([{ method: "PATCH", body: { plan: "large" } }]);
});

it("a refused change is rolled back and its reason shown", async () => {
  const { answer, resolve } = delayed();
  fakeApi(() => answer);
  const { user } = renderInApp(<PlanPage call={patch} />);
  await user.click(screen.getByRole("button", { name: "Change" }));
  expect(shown()).toBe("large");
  resolve(problem(409, "Another operation is running."));
  expect(await screen.findByText("Another operation is running.")).toBeDefined();
  await waitFor(() => expect(shown()).toBe("standard"));
});

it("an unreachable server rolls the change back", async () => {
  fakeApi(() => Promise.reject(new TypeError("fetch failed")));
  const { user } = renderInApp(<PlanPage call={patch} />);
  await user.click(screen.getByRole("button", { name: "Change" }));
  expect(await screen.findByText(/can’t be reached/)).toBeDefined();
  await waitFor(() => expect(shown()).toBe("standard"));
});

it("undo sends the change back", async () => {
  const calls = fakeApi(({ body }) => Response.json(body));
  const { user } = renderInApp(<PlanPage call={patch} />);
  await user.click(screen.getByRole("button", { name: "Change" }));
  await user.click(await screen.findByRole("button", { name: "Undo" }));
  expect(await screen.findByText("Plan restored.")).toBeDefined();
  await waitFor(() => expect(shown()).toBe("standard"));
  expect(calls.map(({ body }) => body)).toEqual([{ plan: "large" }, { plan: "standard" }]);
});

it("a conflict with somebody else's change is shown and nothing is sent", async () => {
  const calls = fakeApi(() => Response.json({ plan: "small" }, { headers: { etag: '"2"' } }));
  const change = (plan: string) =>
    changeIfUnchanged<Plan>("/api/stores/blue", { plan: "standard" }, { plan });
  const { user } = renderInApp(<PlanPage call={change} />);
  await user.click(screen.getByRole("button", { name: "Change" }));
  expect(await screen.findByText(/^Somebody else has changed this/)).toBeDefined();
  await waitFor(() => expect(shown()).toBe("standard"));
  expect(calls.map(({ method }) => method)).toEqual(["GET"]);
});

it("a 412 after a change of other fields is repeated with the new ETag", async () => {
  let version = 1;
  const calls = fakeApi(({ method }) => {
    if (method === "GET") return Response.json({ plan: "standard" }, { headers: { etag: `"${version}"` } });
    if (version++ === 1) return problem(412, "The store has changed.");
    return Response.json({ plan: "large" });
  });
  const change = (plan: string) =>
    changeIfUnchanged<Plan>("/api/stores/blue", { plan: "standard" }, { plan });
  const { user } = renderInApp(<PlanPage call={change} />);
  await user.click(screen.getByRole("button", { name: "Change" }));
  expect(await screen.findByText("Plan is large.")).toBeDefined();
  const sent = calls.filter(({ method }) => method === "PATCH");
  expect(sent.map(({ headers }) => headers["If-Match"])).toEqual(['"1"', '"2"']);
});
