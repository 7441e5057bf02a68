"use client";

import { useState } from "react";
import type { LogSource } from "@/lib/domain/inspection";
import { Card } from "../ui/card";
import { Segments } from "../ui/segments";
import { LogViewer } from "./log-viewer";

interface StoreLogsProps {
  store: string;
  /** The components that have a log. */
  sources: LogSource[];
  /** The component that is selected first. */
  initial: string;
}

/** The logs of a store's components. The URL holds the selected one, so that it can be shared. */
export function StoreLogs({ store, sources, initial }: StoreLogsProps) {
  const [component, setComponent] = useState(initial);

  function choose(next: string) {
    setComponent(next);
    window.history.replaceState(null, "", `?component=${next}`);
  }

  const phrase = sources.find((source) => source.component === component)?.phrase ?? "the store";
  return (
    <Card aria-label="Logs" className="overflow-hidden">
      <LogViewer
        key={component}
        store={store}
        component={component}
        phrase={phrase}
        lead={
          <Segments
            label="Component"
            options={sources.map(({ component: value, title: label }) => ({ value, label }))}
            value={component}
            onChange={choose}
          />
        }
      />
    </Card>
  );
}
