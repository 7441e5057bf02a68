// @vitest-environment jsdom
import { waitFor } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import { renderInApp } from "@/tests/support/render-in-app";
import type { Tone } from "../ui/badge";
import { LiveTitle } from "./live-title";
import { stateIcon } from "./state-icon";
import { TabIcon } from "./tab-icon";

const icons = () =>
  [...document.querySelectorAll('link[rel="icon"]')].map((link) => link.getAttribute("href"));

beforeEach(() => {
  document.head.innerHTML = "";
});

function page(tone: Tone | null, key = "page") {
  return (
    <>
      <TabIcon />
      {tone === null ? null : <LiveTitle key={key} title={`blue: ${tone}`} tone={tone} />}
    </>
  );
}

it("the tab icon shows the store's state and is neutral on other pages", async () => {
  const view = renderInApp(page("busy"));
  await waitFor(() => expect(icons()).toEqual([stateIcon("busy")]));
  view.rerender(page("bad"));
  await waitFor(() => expect(icons()).toEqual([stateIcon("bad")]));
  view.rerender(page(null));
  await waitFor(() => expect(icons()).toEqual(["/icon.svg"]));
});

it("exactly one icon in the state's colour remains after the framework renders the head again", async () => {
  const view = renderInApp(page("bad"));
  await waitFor(() => expect(icons()).toEqual([stateIcon("bad")]));
  // A navigation within the store: a new title arrives and the page's tree is rendered again.
  document.title = "blue · Storeyard";
  view.rerender(page("bad", "another tab"));
  await waitFor(() => expect(document.title).toBe("blue: bad"));
  expect(icons()).toEqual([stateIcon("bad")]);
});
