import { act, cleanup, configure, render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { AppRouterContext } from "next/dist/shared/lib/app-router-context.shared-runtime";
import { PathnameContext } from "next/dist/shared/lib/hooks-client-context.shared-runtime";
import type { ReactNode } from "react";
import { toast } from "sonner";
import { onTestFinished, vi } from "vitest";
import { LiveProvider } from "@/components/live/live-provider";
import { Toaster } from "@/components/ui/toaster";

// A busy machine takes seconds to load a component's code; no test is about time.
configure({ asyncUtilTimeout: 30_000 });

/** What jsdom lacks of a browser's layout; components call it and tests do not depend on it. */
function addLayoutStubs(): void {
  Element.prototype.scrollIntoView ??= () => {};
  Element.prototype.setPointerCapture ??= () => {};
  globalThis.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
}

/** Removes what was rendered, and toasts, which outlive their component. */
function cleanUp(): void {
  act(() => void toast.dismiss());
  cleanup();
}

/**
 * Renders a component with what the app's layout gives it: the router, the page's path, the live state and toasts. The
 * router records the calls to it. The test's end removes everything: test files share one process, so a hook of this
 * module would run for the first file only.
 */
export function renderInApp(children: ReactNode, { path = "/" }: { path?: string } = {}) {
  addLayoutStubs();
  onTestFinished(cleanUp);
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
