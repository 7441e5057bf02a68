"use client";

import { type ComponentType, lazy, type ReactNode, Suspense } from "react";

interface LazyPart<P> {
  (props: P & { meanwhile?: ReactNode }): ReactNode;
  /** Fetches the code ahead, when somebody reaches for it. */
  preload: () => void;
}

/** A part of the page whose code comes when it is first drawn: dialogs and menus, which most visits never open. */
export function lazyPart<P extends object>(load: () => Promise<ComponentType<P>>): LazyPart<P> {
  const loadModule = () => load().then((component) => ({ default: component }));
  // React's own type can't see through the generic props.
  const Part = lazy(loadModule) as unknown as ComponentType<P>;
  function Lazy({ meanwhile = null, ...props }: P & { meanwhile?: ReactNode }) {
    return (
      <Suspense fallback={meanwhile}>
        <Part {...(props as unknown as P)} />
      </Suspense>
    );
  }
  return Object.assign(Lazy, { preload: () => void loadModule().catch(() => {}) });
}
