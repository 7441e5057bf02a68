// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, it, onTestFinished, vi } from "vitest";
import { fakeEventSource } from "@/tests/support/fake-event-source";
import { renderInApp } from "@/tests/support/render-in-app";
import { LogViewer } from "./log-viewer";

let stream: ReturnType<typeof fakeEventSource>;
let second = 0;

beforeEach(() => {
  stream = fakeEventSource();
  second = 0;
});

/** Log lines as the stream sends them, a second apart. */
const lines = (...texts: string[]) =>
  texts.map((text) => {
    second++;
    return { at: `2026-01-05T12:00:${String(second).padStart(2, "0")}Z`, pod: "shop-0", text };
  });

const log = () => screen.getByRole("region", { name: "Log of the shop" });
const shownLines = () =>
  [...log().querySelectorAll("[data-number]")].map((line) => line.querySelector("span")?.textContent);

function renderViewer() {
  return renderInApp(<LogViewer lead={null} store="blue" component="shop" phrase="the shop" />);
}

/** Gives the log a size, which jsdom does not compute. */
function setHeight(scrollHeight: number) {
  Object.defineProperties(log(), {
    scrollHeight: { value: scrollHeight, configurable: true },
    clientHeight: { value: 100, configurable: true },
  });
}

/** Reports to all observers that something was resized. */
function fakeResizeObserver() {
  const callbacks = new Set<() => void>();
  vi.stubGlobal(
    "ResizeObserver",
    class {
      constructor(private readonly callback: () => void) {}
      observe() {
        callbacks.add(this.callback);
      }
      unobserve() {}
      disconnect() {
        callbacks.delete(this.callback);
      }
    },
  );
  const resize = () => {
    for (const callback of callbacks) callback();
  };
  return { resize };
}

function scrollTo(top: number) {
  setHeight(1_000);
  log().scrollTop = top;
  fireEvent.scroll(log());
}

it("shows each arriving line once, after a reconnect too", async () => {
  renderViewer();
  expect(stream.urls()).toEqual(["/api/stores/blue/logs/stream?component=shop&tail=2000"]);
  stream.connect();
  const first = lines("GET /", "GET /cart");
  stream.send("line", ...first);
  await waitFor(() => expect(shownLines()).toEqual(["GET /", "GET /cart"]));
  // A reopened stream repeats the last lines.
  stream.send("line", ...first, ...lines("GET /checkout"));
  await waitFor(() => expect(shownLines()).toEqual(["GET /", "GET /cart", "GET /checkout"]));
});

it("holds new lines back while paused and shows them on request", async () => {
  const { user } = renderViewer();
  stream.send("line", ...lines("one"));
  await waitFor(() => expect(shownLines()).toEqual(["one"]));
  await user.click(screen.getByRole("button", { name: "Pause" }));
  stream.send("line", ...lines("two", "three"));
  expect(await screen.findByRole("button", { name: "2 new lines" })).toBeDefined();
  expect(shownLines()).toEqual(["one"]);
  await user.click(screen.getByRole("button", { name: "2 new lines" }));
  await waitFor(() => expect(shownLines()).toEqual(["one", "two", "three"]));
  expect(screen.getByRole("button", { name: "Pause" })).toBeDefined();
});

it("stops following when the user scrolls up, and follows again at the end", async () => {
  renderViewer();
  stream.send("line", ...lines("one"));
  await waitFor(() => expect(shownLines()).toEqual(["one"]));
  scrollTo(900);
  expect(screen.getByRole("button", { name: "Pause" })).toBeDefined();
  scrollTo(400);
  expect(screen.getByRole("button", { name: "Follow" })).toBeDefined();
  scrollTo(900);
  expect(screen.getByRole("button", { name: "Pause" })).toBeDefined();
});

it("stays at the end when lines turn out to be higher than estimated, as on a phone", async () => {
  const { resize } = fakeResizeObserver();
  renderViewer();
  stream.send("line", ...lines("one"));
  await waitFor(() => expect(shownLines()).toEqual(["one"]));
  scrollTo(900);
  setHeight(3_000);
  resize();
  expect(log().scrollTop).toBe(3_000);

  scrollTo(400);
  resize();
  expect(log().scrollTop).toBe(400);
});

it("comes into view with its first lines, and when it is followed again", async () => {
  const { user } = renderViewer();
  const into = vi.spyOn(Element.prototype, "scrollIntoView").mockImplementation(() => {});
  onTestFinished(() => into.mockRestore());
  expect(into).not.toHaveBeenCalled();
  stream.send("line", ...lines("one"));
  await waitFor(() => expect(into).toHaveBeenCalledTimes(1));
  stream.send("line", ...lines("two"));
  await waitFor(() => expect(shownLines()).toEqual(["one", "two"]));
  await user.click(screen.getByRole("button", { name: "Pause" }));
  expect(into).toHaveBeenCalledTimes(1);
  await user.click(screen.getByRole("button", { name: "Follow" }));
  await waitFor(() => expect(into).toHaveBeenCalledTimes(2));
});

it("goes on following when the log shrinks, as when the phone is turned", async () => {
  renderViewer();
  stream.send("line", ...lines("one"));
  await waitFor(() => expect(shownLines()).toEqual(["one"]));
  scrollTo(900);
  setHeight(700);
  log().scrollTop = 500;
  fireEvent.scroll(log());
  expect(screen.getByRole("button", { name: "Pause" })).toBeDefined();
});

it("search marks the matches, counts the lines and steps through them by keyboard", async () => {
  const { user } = renderViewer();
  stream.send("line", ...lines("PHP Error", "GET /", "an error again"));
  await waitFor(() => expect(shownLines()).toHaveLength(3));
  const search = screen.getByRole("searchbox", { name: "Search the log" });
  await user.type(search, "error");
  expect(await screen.findByText("2 of 2")).toBeDefined();
  const marks = [...log().querySelectorAll("mark")].map(({ textContent }) => textContent);
  expect(marks).toEqual(["Error", "error"]);
  await user.keyboard("{Enter}");
  expect(await screen.findByText("1 of 2")).toBeDefined();
  // Going to a match stops following, so that it stays in view.
  expect(screen.getByRole("button", { name: "Follow" })).toBeDefined();
  await user.keyboard("{Shift>}{Enter}{/Shift}");
  expect(await screen.findByText("2 of 2")).toBeDefined();
  await user.clear(search);
  await user.type(search, "nothing like it");
  expect(await screen.findByText("No matches")).toBeDefined();
  await user.keyboard("{Escape}");
  expect(search).toHaveProperty("value", "");
});

it("an empty log is described as empty", async () => {
  renderViewer();
  expect(screen.getByText("Loading the shop log")).toBeDefined();
  expect(await screen.findByText("The shop log is empty")).toBeDefined();
});
