"use client";

import { useState } from "react";
import type { PlanResource } from "@/lib/http/plan-resource";
import { Button } from "../ui/button";
import { lazyPart } from "../ui/lazy-part";

const EditPlanDialog = lazyPart(() => import("./edit-plan-dialog").then((module) => module.EditPlanDialog));

interface EditPlanProps {
  plan: PlanResource;
  etag: string;
  stores: number;
}

export function EditPlan(props: EditPlanProps) {
  const [asked, setAsked] = useState(false);
  return (
    <>
      <Button
        size="sm"
        aria-label={`Edit ${props.plan.name}`}
        onPointerEnter={EditPlanDialog.preload}
        onClick={() => setAsked(true)}
      >
        Edit
      </Button>
      {asked ? <EditPlanDialog {...props} onClose={() => setAsked(false)} /> : null}
    </>
  );
}
