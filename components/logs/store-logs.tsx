"use client";

import { useState } from "react";
import { Card } from "../ui/card";
import { Segments } from "../ui/segments";
import { LogViewer } from "./log-viewer";

interface StoreLogsProps {
  store: string;
  /** The components that have a log. */
  components: string[];
  initial: string;
}

const labels: Record<string, string> = { shop: "Shop", database: "Database", cron: "Scheduled tasks" };

/** The logs of a store's components. The URL holds the selected one, so that it can be shared. */
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
            label="Component"
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
