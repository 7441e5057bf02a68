"use client";

import { useState } from "react";
import { changeIfUnchanged } from "@/components/change-if-unchanged";
import type { PlanResource } from "@/lib/http/resources/plan-resource";
import { useAction } from "../form/use-action";
import { Button } from "../ui/button";
import { lazyPart } from "../ui/lazy-part";
import type { PlanChange } from "./edit-plan-dialog";

const EditPlanDialog = lazyPart(() => import("./edit-plan-dialog").then((module) => module.EditPlanDialog));

export function EditPlan({ plan, stores }: { plan: PlanResource; stores: number }) {
  const [dialogOpen, setDialogOpen] = useState(false);
  const { act } = useAction<PlanResource>();

  /** Undo restores the changed fields, unless somebody has changed them again. */
  function onChanged(sent: PlanChange, before: PlanResource, now: PlanResource) {
    const former = pick(before, sent);
    act(async () => now, {
      message: `${now.name} saved.`,
      undo: {
        to: null,
        call: () => changeIfUnchanged<PlanResource>(`/api/plans/${plan.id}`, pick(now, sent), former),
        message: `${before.name} restored.`,
      },
    });
  }

  return (
    <>
      <Button
        size="sm"
        aria-label={`Edit ${plan.name}`}
        onPointerEnter={EditPlanDialog.preload}
        onClick={() => setDialogOpen(true)}
      >
        Edit
      </Button>
      {dialogOpen ? (
        <EditPlanDialog
          plan={plan}
          stores={stores}
          onChanged={onChanged}
          onClose={() => setDialogOpen(false)}
        />
      ) : null}
    </>
  );
}

function pick(plan: PlanResource, sent: PlanChange): Partial<PlanResource> {
  return Object.fromEntries(Object.entries(plan).filter(([name]) => name in sent));
}
