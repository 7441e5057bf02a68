import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import type { PlanResource } from "@/lib/http/resources/plan-resource";
import { Card, CardHeader } from "../ui/card";
import { EditPlan } from "./edit-plan";
import { countStores, formatCpu, formatMib } from "./plan-words";

interface PlanCardProps {
  plan: PlanResource;
  /** How many stores have it. */
  stores: number;
}

/** One plan, as an admin sees it. */
export function PlanCard({ plan, stores }: PlanCardProps) {
  return (
    <Card aria-labelledby={`plan-${plan.id}`}>
      <CardHeader
        id={`plan-${plan.id}`}
        title={plan.name}
        description={
          stores === 0 ? "No store has it" : `${countStores(stores)} ${stores === 1 ? "has" : "have"} it`
        }
        actions={<EditPlan plan={plan} stores={stores} />}
      />
      <DescriptionList>
        <DescriptionItem term="Id">
          <code className="font-mono text-xs">{plan.id}</code>
        </DescriptionItem>
        <DescriptionItem term="Stores an account may own">{plan.storesPerUser}</DescriptionItem>
        <DescriptionItem term="CPU">{formatCpu(plan.cpuMillis)}</DescriptionItem>
        <DescriptionItem term="Memory">{formatMib(plan.memoryMib)}</DescriptionItem>
        <DescriptionItem term="Disk in all">{formatMib(plan.storageMib)}</DescriptionItem>
        <DescriptionItem term="Largest volume">{formatMib(plan.volumeMib)}</DescriptionItem>
        <DescriptionItem term="Pods">{plan.pods}</DescriptionItem>
      </DescriptionList>
    </Card>
  );
}
