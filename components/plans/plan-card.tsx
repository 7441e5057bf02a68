import type { PlanResource } from "@/lib/http/plan-resource";
import { Card, CardHeader } from "../ui/card";
import { Fact, Facts } from "../ui/facts";
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
      <Facts>
        <Fact term="Id">
          <code className="font-mono text-xs">{plan.id}</code>
        </Fact>
        <Fact term="Stores an account may own">{plan.storesPerUser}</Fact>
        <Fact term="CPU">{formatCpu(plan.cpuMillis)}</Fact>
        <Fact term="Memory">{formatMib(plan.memoryMib)}</Fact>
        <Fact term="Disk in all">{formatMib(plan.storageMib)}</Fact>
        <Fact term="Largest volume">{formatMib(plan.volumeMib)}</Fact>
        <Fact term="Pods">{plan.pods}</Fact>
      </Facts>
    </Card>
  );
}
