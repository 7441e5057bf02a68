"use client";

import type { QuotaUse } from "@/lib/domain/inspection";
import { useClusterAway } from "../live/use-cluster-away";
import { Meter } from "../ui/meter";
import { formatUse, shownQuota } from "./format-quota";

interface QuotaMetersProps {
  quota: QuotaUse[];
  className?: string;
}

/** The usage of the store's resource quota, as Kubernetes counts it. */
export function QuotaMeters({ quota, className }: QuotaMetersProps) {
  const away = useClusterAway();
  const shown = shownQuota(quota);
  if (shown.length === 0) {
    return (
      <p className="text-[0.8125rem] text-ink-muted">
        {away
          ? "Unavailable while the cluster is unreachable."
          : "Collecting: the quota appears once the namespace exists."}
      </p>
    );
  }
  return (
    <div className={className}>
      {shown.map((use) => (
        <Meter key={use.resource} label={use.name} share={use.share} words={formatUse(use)} />
      ))}
    </div>
  );
}
