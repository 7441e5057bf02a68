"use client";

import { type ComponentType, lazy, type ReactNode, Suspense } from "react";

interface LazyPart<P> {
  (props: P & { fallback?: ReactNode }): ReactNode;
  /** Loads the code ahead, on hover or focus. */
  preload: () => void;
}

/** A component whose code loads when it is first rendered: for dialogs and menus, which most visits never open. */
export function lazyPart<P extends object>(load: () => Promise<ComponentType<P>>): LazyPart<P> {
  const loadModule = () => load().then((component) => ({ default: component }));
  // React's type does not accept generic props.
  const Part = lazy(loadModule) as unknown as ComponentType<P>;
  function Lazy({ fallback = null, ...props }: P & { fallback?: ReactNode }) {
    return (
      <Suspense fallback={fallback}>
        <Part {...(props as unknown as P)} />
      </Suspense>
    );
  }
  return Object.assign(Lazy, { preload: () => void loadModule().catch(() => {}) });
}
