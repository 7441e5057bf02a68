"use client";

import type { QuotaUse } from "@/lib/domain/inspection";
import { useClusterAway } from "../live/use-cluster-away";
import { Meter } from "../ui/meter";
import { formatUse, shownQuota } from "./format-quota";

interface QuotaMetersProps {
  quota: QuotaUse[];
  className?: string;
}

/** What a store has reserved of what its plan allows, as Kubernetes counts it. */
export function QuotaMeters({ quota, className }: QuotaMetersProps) {
  const away = useClusterAway();
  const shown = shownQuota(quota);
  if (shown.length === 0) {
    return (
      <p className="text-[0.8125rem] text-ink-muted">
        {away
          ? "Not known while the cluster does not answer."
          : "Nothing is counted yet. It is once the store is in the cluster."}
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
