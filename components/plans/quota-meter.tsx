import type { PlanResource, UsageResource } from "@/lib/http/plan-resource";
import { cn } from "../ui/cn";

interface QuotaMeterProps {
  usage: UsageResource;
  plans: PlanResource[];
}

/** What is used of what: the account's own stores by plan, and the installation's. */
export function QuotaMeter({ usage, plans }: QuotaMeterProps) {
  const own = usage.plans.flatMap(({ id, used, most }) => {
    const plan = plans.find((candidate) => candidate.id === id);
    return plan ? [{ label: plan.name, used, most }] : [];
  });
  return (
    <section aria-label="What is used" className="mb-5">
      <dl className="grid grid-cols-2 gap-x-5 gap-y-4 sm:grid-cols-4">
        {own.map((meter) => (
          <Gauge key={meter.label} {...meter} />
        ))}
        <Gauge label="Installation" {...usage.platform} />
      </dl>
    </section>
  );
}

function Gauge({ label, used, most }: { label: string; used: number; most: number }) {
  const full = used >= most;
  const share = most === 0 ? 1 : Math.min(1, used / most);
  return (
    <div className="min-w-0">
      <div className="flex items-baseline justify-between gap-2 text-[0.8125rem]">
        <dt className="truncate text-ink-muted">{label}</dt>
        <dd className="tabular shrink-0 font-medium">
          {used} of {most}
          <span className="sr-only"> stores</span>
        </dd>
      </div>
      <div aria-hidden="true" className="mt-1.5 h-1.5 overflow-hidden rounded-full bg-hover">
        <div
          className={cn("h-full rounded-full", full ? "bg-warn-solid" : "bg-ink-subtle")}
          style={{ width: `${share * 100}%` }}
        />
      </div>
    </div>
  );
}
