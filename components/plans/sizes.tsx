import type { PlanResource } from "@/lib/http/resources/plan-resource";

interface SizesProps {
  plan: Pick<PlanResource, "gives">;
  type: string | undefined;
}

/** The sizes that a plan gives to a store of a type; nothing where they do not depend on the plan. */
export function Sizes({ plan, type }: SizesProps) {
  const given = plan.gives.find((each) => each.type === type);
  return given ? <span className="block">{given.summary}</span> : null;
}
