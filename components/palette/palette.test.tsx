// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { fakeApi } from "@/tests/support/fake-api";
import { renderInApp } from "@/tests/support/render-in-app";
import { PaletteButton } from "./palette-button";

const stores = [
  { id: "s-1", name: "teapots", title: "Teapots & more", type: "woocommerce", phase: "ready" },
  { id: "s-2", name: "insight-books", title: "Books", type: "wordpress", phase: "creating" },
];

let calls: ReturnType<typeof fakeApi>;

beforeEach(() => {
  calls = fakeApi(({ path }) => {
    const typed = new URL(path, "http://app").searchParams.get("q") ?? "";
    const found = stores.filter(({ name, title }) => `${name} ${title}`.toLowerCase().includes(typed));
    return Response.json({ stores: found.map(({ title, ...store }) => ({ ...store, config: { title } })) });
  });
});

const box = () => screen.findByRole("combobox", { name: "Stores, pages and actions" });
const selected = () => screen.getByRole("option", { selected: true });

function renderPalette(options: { isAdmin?: boolean; path?: string } = {}) {
  return renderInApp(<PaletteButton isAdmin={options.isAdmin ?? false} shortcut="Ctrl K" />, options);
}

describe("the command palette", () => {
  it("opens with its shortcut, and opens the page that is chosen with the keyboard", async () => {
    const { user, router } = renderPalette();
    await user.keyboard("{Control>}k{/Control}");
    await user.type(await box(), "insights");
    await waitFor(() => expect(selected()).toHaveProperty("textContent", "Insights"));
    await user.keyboard("{Enter}");
    expect(router.push).toHaveBeenCalledExactlyOnceWith("/insights");
    expect(screen.queryByRole("combobox")).toBeNull();
  });

  it("keeps text that is typed before its code has loaded", async () => {
    // Loaded again, the button has not loaded the palette yet.
    vi.resetModules();
    const fresh = await import("./palette-button");
    renderInApp(<fresh.PaletteButton isAdmin={false} shortcut="Ctrl K" />);
    fireEvent.keyDown(document.body, { key: "k", metaKey: true });
    for (const key of "acc") fireEvent.keyDown(document.body, { key });
    expect(screen.queryByRole("combobox")).toBeNull();
    const input = await box();
    await waitFor(() => expect(input).toHaveProperty("value", "acc"));
  });

  it("lists the newest stores first and searches the server for the typed text", async () => {
    const { user, router } = renderPalette();
    await user.click(screen.getByRole("button", { name: /find a store/i }));
    const group = await screen.findByRole("group", { name: "Stores" });
    expect(within(group).getAllByRole("option")).toHaveLength(2);
    await waitFor(() => expect(selected().textContent).toContain("Teapots"));

    await user.type(await box(), "books");
    await waitFor(() => expect(calls.at(-1)?.path).toBe("/api/stores?limit=6&q=books"));
    await waitFor(() => expect(selected().textContent).toContain("insight-books · Creating"));
    await user.keyboard("{Enter}");
    expect(router.push).toHaveBeenCalledWith("/stores/insight-books");
  });

  it("moves the selection with the arrow keys and wraps at both ends", async () => {
    const { user } = renderPalette();
    await user.keyboard("{Control>}k{/Control}");
    await user.type(await box(), "theme");
    await waitFor(() => expect(screen.getAllByRole("option")).toHaveLength(3));
    const labels = screen.getAllByRole("option").map(({ textContent }) => textContent);
    expect(selected().textContent).toBe(labels[0]);
    await user.keyboard("{ArrowDown}");
    expect(selected().textContent).toBe(labels[1]);
    await user.keyboard("{ArrowUp}{ArrowUp}");
    expect(selected().textContent).toBe(labels[2]);
  });

  it("says that nothing was found", async () => {
    const { user } = renderPalette();
    await user.keyboard("{Control>}k{/Control}");
    await user.type(await box(), "zzzz");
    expect(await screen.findByText("No results")).toBeDefined();
    expect(screen.queryAllByRole("option")).toHaveLength(0);
  });

  it("returns the focus when it closes", async () => {
    const { user } = renderPalette();
    const button = screen.getByRole("button", { name: /find a store/i });
    button.focus();
    await user.keyboard("{Enter}");
    expect(document.activeElement).toBe(await box());
    await user.keyboard("{Escape}");
    await waitFor(() => expect(document.activeElement).toBe(button));
  });

  it("lists the pages of the open store, and the administration pages for admins only", async () => {
    const member = renderPalette({ path: "/stores/teapots/logs" });
    await member.user.keyboard("{Control>}k{/Control}");
    await box();
    expect(screen.queryByRole("option", { name: "Audit log" })).toBeNull();
    const group = screen.getByRole("group", { name: "This store" });
    expect(within(group).getAllByRole("option")).toHaveLength(5);
    member.unmount();

    const admin = renderPalette({ isAdmin: true });
    await admin.user.keyboard("{Control>}k{/Control}");
    expect(await screen.findByRole("option", { name: "Audit log" })).toBeDefined();
  });
});
