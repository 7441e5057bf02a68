import type { PlanResource, UsageResource } from "@/lib/http/resources/plan-resource";
import { Meter } from "../ui/meter";

interface QuotaMeterProps {
  usage: UsageResource;
  plans: PlanResource[];
}

/** Used and allowed stores: the account's by plan, and the installation's. */
export function QuotaMeter({ usage, plans }: QuotaMeterProps) {
  const own = usage.plans.flatMap(({ id, used, most }) => {
    const plan = plans.find((candidate) => candidate.id === id);
    return plan ? [{ label: plan.name, used, most }] : [];
  });
  return (
    <section aria-label="Store quota" className="mb-5">
      <div className="grid grid-cols-2 gap-x-5 gap-y-4 sm:grid-cols-4">
        {own.map((meter) => (
          <Gauge key={meter.label} {...meter} />
        ))}
        <Gauge label="Installation" {...usage.platform} />
      </div>
    </section>
  );
}

function Gauge({ label, used, most }: { label: string; used: number; most: number }) {
  const words = (
    <>
      {used} of {most}
      <span className="sr-only"> stores</span>
    </>
  );
  return <Meter label={label} share={most === 0 ? 1 : used / most} words={words} />;
}
