import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import { formatCpu, formatMib } from "@/lib/domain/format-plan-amount";
import type { PlanResource } from "@/lib/http/resources/plan-resource";
import { Card, CardHeader } from "../ui/card";
import { formatStoreCount } from "./describe-plan";
import { EditPlan } from "./edit-plan";

interface PlanCardProps {
  plan: PlanResource;
  /** The number of stores on this plan. */
  stores: number;
}

/** A plan's limits and what stores get, with the button to edit them. */
export function PlanCard({ plan, stores }: PlanCardProps) {
  return (
    <Card aria-labelledby={`plan-${plan.id}`}>
      <CardHeader
        id={`plan-${plan.id}`}
        title={plan.name}
        description={stores === 0 ? "Not in use" : `Used by ${formatStoreCount(stores)}`}
        actions={<EditPlan plan={plan} stores={stores} />}
      />
      <DescriptionList>
        <DescriptionItem term="ID">
          <code className="font-mono text-xs">{plan.id}</code>
        </DescriptionItem>
        <DescriptionItem term="Stores per account">{plan.storesPerUser}</DescriptionItem>
        <DescriptionItem term="CPU">{formatCpu(plan.cpuMillis)}</DescriptionItem>
        <DescriptionItem term="Memory">{formatMib(plan.memoryMib)}</DescriptionItem>
        <DescriptionItem term="Total storage">{formatMib(plan.storageMib)}</DescriptionItem>
        <DescriptionItem term="Largest volume">{formatMib(plan.volumeMib)}</DescriptionItem>
        <DescriptionItem term="Pods">{plan.pods}</DescriptionItem>
      </DescriptionList>
      <dl className="flex flex-col gap-3 border-line border-t px-4 py-4 text-[0.8125rem] leading-5 sm:px-5">
        {plan.gives.map(({ type, label, summary }) => (
          <div key={type}>
            <dt className="text-ink-muted">{label}</dt>
            <dd>{summary}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
