"use client";

import { useState } from "react";
import type { PlanResource } from "@/lib/http/plan-resource";
import { Button } from "../ui/button";
import { lazyPart } from "../ui/lazy-part";

const EditPlanDialog = lazyPart(() => import("./edit-plan-dialog").then((module) => module.EditPlanDialog));

export function EditPlan({ plan, stores }: { plan: PlanResource; stores: number }) {
  const [asked, setAsked] = useState(false);
  return (
    <>
      <Button
        size="sm"
        aria-label={`Edit ${plan.name}`}
        onPointerEnter={EditPlanDialog.preload}
        onClick={() => setAsked(true)}
      >
        Edit
      </Button>
      {asked ? <EditPlanDialog plan={plan} stores={stores} onClose={() => setAsked(false)} /> : null}
    </>
  );
}
