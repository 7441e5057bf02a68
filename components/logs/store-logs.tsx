"use client";

import { useState } from "react";
import { Card } from "../ui/card";
import { Segments } from "../ui/segments";
import { LogViewer } from "./log-viewer";

interface StoreLogsProps {
  store: string;
  /** The parts of the store that write a log. */
  components: string[];
  initial: string;
}

const labels: Record<string, string> = { shop: "Shop", database: "Database", cron: "Scheduled tasks" };

/** The logs of a store's parts; the one that is open is in the address, so that it can be passed on. */
export function StoreLogs({ store, components, initial }: StoreLogsProps) {
  const [component, setComponent] = useState(initial);

  function choose(next: string) {
    setComponent(next);
    window.history.replaceState(null, "", `?component=${next}`);
  }

  const label = labelOf(component);
  return (
    <Card aria-label="Logs" className="overflow-hidden">
      <LogViewer
        key={component}
        store={store}
        component={component}
        label={label.toLowerCase()}
        lead={
          <Segments
            label="Part of the store"
            options={components.map((value) => ({ value, label: labelOf(value) }))}
            value={component}
            onChange={choose}
          />
        }
      />
    </Card>
  );
}

function labelOf(component: string): string {
  return labels[component] ?? component.charAt(0).toUpperCase() + component.slice(1);
}
