import { cleanup, configure, render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { AppRouterContext } from "next/dist/shared/lib/app-router-context.shared-runtime";
import { PathnameContext } from "next/dist/shared/lib/hooks-client-context.shared-runtime";
import type { ReactNode } from "react";
import { afterEach, vi } from "vitest";
import { LiveProvider } from "@/components/live/live-provider";
import { Toaster } from "@/components/ui/toaster";

// Testing Library cleans up by itself only where the test functions are globals.
afterEach(cleanup);
// A busy machine takes seconds to load a component's code; no test is about time.
configure({ asyncUtilTimeout: 30_000 });

/** What jsdom lacks of a browser's layout; components call it and tests do not depend on it. */
function addLayoutStubs(): void {
  Element.prototype.scrollIntoView ??= () => {};
  globalThis.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
}

/**
 * Renders a component with what the app's layout gives it: the router, the page's path, the live state and toasts. The
 * router records where it was sent. Node's own `MessageChannel` and timers stay real.
 */
export function renderInApp(children: ReactNode, { path = "/" }: { path?: string } = {}) {
  addLayoutStubs();
  const router = {
    push: vi.fn(),
    replace: vi.fn(),
    refresh: vi.fn(),
    back: vi.fn(),
    forward: vi.fn(),
    prefetch: vi.fn(),
  };
  const frame = (content: ReactNode) => (
    <AppRouterContext value={router as never}>
      <PathnameContext value={path}>
        <LiveProvider
          cluster={{ state: "connected", message: "", since: new Date().toISOString() }}
          serverNowMs={Date.now()}
        >
          <main id="content" tabIndex={-1}>
            {content}
          </main>
          <Toaster />
        </LiveProvider>
      </PathnameContext>
    </AppRouterContext>
  );
  const view = render(frame(children));
  return {
    ...view,
    router,
    user: userEvent.setup(),
    rerender: (content: ReactNode) => view.rerender(frame(content)),
  };
}
