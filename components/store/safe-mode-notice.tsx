"use client";

import { useStore } from "@/components/current-store/store-context";
import { startSentence } from "@/lib/domain/start-sentence";
import { isRunning } from "@/lib/domain/store";
import { mainPhrase } from "@/lib/domain/store-part";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { useSafeMode } from "./use-safe-mode";

/** Shows on every tab that safe mode is on, with the button to turn it off. */
export function SafeModeNotice() {
  const { store, engine, can } = useStore();
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
      <p>{startSentence(mainPhrase(engine.parts))} runs without its own plugins and theme.</p>
    </Callout>
  );
}
