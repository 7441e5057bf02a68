"use client";

import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import type { StoreParts } from "@/lib/domain/store-part";
import type { StoreUsageResource } from "@/lib/http/resources/store-usage-resource";
import { formatBytes, formatCores } from "../kubernetes/format-amount";
import { Meter } from "../ui/meter";
import { Skeleton } from "../ui/skeleton";
import { describeBound, describeTight, diskLabel, gapLabels, gapTitle } from "./describe-usage";
import { useStoreUsage } from "./use-store-usage";

type Use = NonNullable<StoreUsageResource["cpu"]>;

/** The store's measured usage. Missing measurements are shown as missing, not as zero. */
export function UsageMeters({ store, parts }: { store: string; parts: StoreParts }) {
  const { usage, failure } = useStoreUsage(store);
  return (
    // Has the height of four meters and the sentence about their limits, so that nothing shifts when they load.
    <div aria-busy={usage === null && failure === null} className="flex min-h-56 flex-col gap-3.5">
      {usage ? <Measured usage={usage} parts={parts} /> : failure ? <Quiet>{failure}</Quiet> : <Coming />}
    </div>
  );
}

function Measured({ usage, parts }: { usage: StoreUsageResource; parts: StoreParts }) {
  const { cpu, memory, disks, gaps, tight } = usage;
  const bound = describeBound(usage);
  const isTight = (of: "memory" | "disk", component?: string) =>
    tight.some((each) => each.of === of && (component === undefined || each.component === component)) ||
    undefined;
  return (
    <>
      {cpu ? <Meter label="CPU" share={shareOf(cpu)} words={formatCores(cpu.used, cpu.most)} /> : null}
      {memory ? (
        <Meter
          label="Memory"
          share={shareOf(memory)}
          words={formatBytes(memory.used, memory.most)}
          tight={isTight("memory")}
        />
      ) : null}
      {disks.map((disk) => (
        <Meter
          key={disk.component}
          label={diskLabel(disk.component, parts)}
          share={shareOf(disk)}
          words={formatBytes(disk.used, disk.most)}
          tight={isTight("disk", disk.component)}
        />
      ))}
      {bound === null ? null : <Quiet>{bound}</Quiet>}
      {tight.map((each) => (
        <p key={`${each.of} ${each.component}`} className="flex gap-2 text-[0.8125rem] leading-5">
          <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-warn" />
          <span>{describeTight(each, parts)}</span>
        </p>
      ))}
      {gaps.map((gap) => (
        <Gap key={gap.message} gap={gap} />
      ))}
    </>
  );
}

/** A missing measurement: a row among the meters, or a single sentence if nothing is measured. */
function Gap({ gap: { of, reason, message, next } }: { gap: StoreUsageResource["gaps"][number] }) {
  const sentence = (
    <Quiet>
      {message} {next}
    </Quiet>
  );
  if (of.length === 3) return sentence;
  return (
    <div>
      <p className="flex items-baseline justify-between gap-3 text-[0.8125rem] text-ink-muted">
        <span>{gapTitle(of)}</span>
        <span>{gapLabels[reason]}</span>
      </p>
      {sentence}
    </div>
  );
}

function Coming() {
  return ["w-24", "w-28", "w-20", "w-24"].map((width, index) => (
    <div key={index} className="text-[0.8125rem]">
      <div className="flex h-[1lh] items-center justify-between gap-3">
        <Skeleton className="h-3 w-16" />
        <Skeleton className={`h-3 ${width}`} />
      </div>
      <Skeleton className="mt-1.5 h-1.5" />
    </div>
  ));
}

function Quiet({ children }: { children: ReactNode }) {
  return <p className="text-[0.8125rem] text-ink-muted leading-5">{children}</p>;
}

function shareOf({ used, most }: Pick<Use, "used" | "most">): number {
  return most ? used / most : 0;
}
