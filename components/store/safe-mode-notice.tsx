"use client";

import { useStore } from "@/components/current-store/store-context";
import { isRunning } from "@/lib/domain/store";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { useSafeMode } from "./use-safe-mode";

/** Shows on every tab that safe mode is on, with the button to turn it off. */
export function SafeModeNotice() {
  const { store, can } = useStore();
  const setSafeMode = useSafeMode();
  if (!store.safeMode || !isRunning(store.phase)) return null;
  return (
    <Callout
      tone="warn"
      title="Safe mode is on for all visitors."
      className="mb-5"
      role="status"
      actions={
        can.includes("enter") ? (
          <Button size="sm" onClick={() => setSafeMode(false)}>
            Turn safe mode off
          </Button>
        ) : null
      }
    >
      <p>The shop runs without its own plugins and theme.</p>
    </Callout>
  );
}
