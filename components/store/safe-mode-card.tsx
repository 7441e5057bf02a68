"use client";

import { useStore } from "@/components/current-store/store-context";
import { isRunning } from "@/lib/domain/store";
import { mainPhrase } from "@/lib/domain/store-part";
import { Button } from "../ui/button";
import { Card, CardHeader } from "../ui/card";
import { useSafeMode } from "./use-safe-mode";

/** Turns safe mode for all visitors on or off; renders nothing where the shop has none. */
export function SafeModeCard() {
  const { store, engine } = useStore();
  const phrase = mainPhrase(engine.parts);
  const setSafeMode = useSafeMode();
  if (!store.admin?.safeMode || !isRunning(store.phase)) return null;
  return (
    <Card aria-labelledby="safe-mode-title">
      <CardHeader id="safe-mode-title" title="Safe mode" />
      <div className="flex flex-wrap items-center justify-between gap-4 px-4 py-4 sm:px-5">
        <p className="min-w-0 flex-1 basis-72 text-[0.8125rem] text-ink-muted leading-5">
          {store.safeMode
            ? `All visitors see ${phrase} without its own plugins and theme.`
            : `Shows ${phrase} to all visitors without its own plugins and theme, for example while you repair one of them.`}
        </p>
        <Button onClick={() => setSafeMode(!store.safeMode)}>
          {store.safeMode ? "Turn safe mode off" : "Turn safe mode on"}
        </Button>
      </div>
    </Card>
  );
}
