"use client";

import { useState } from "react";
import type { PlanResource } from "@/lib/http/resources/plan-resource";
import { changeSeen } from "../change-seen";
import { useAction } from "../form/use-action";
import { Button } from "../ui/button";
import { lazyPart } from "../ui/lazy-part";
import type { PlanChange } from "./edit-plan-dialog";

const EditPlanDialog = lazyPart(() => import("./edit-plan-dialog").then((module) => module.EditPlanDialog));

export function EditPlan({ plan, stores }: { plan: PlanResource; stores: number }) {
  const [asked, setAsked] = useState(false);
  const { act } = useAction<PlanResource>();

  /** Taken back is what was changed, and only where nobody has changed that once more. */
  function onChanged(sent: PlanChange, before: PlanResource, now: PlanResource) {
    const former = pick(before, sent);
    act(async () => now, {
      said: "Saved: it holds from now on.",
      undo: {
        to: null,
        call: () => changeSeen<PlanResource>(`/api/plans/${plan.id}`, pick(now, sent), former),
        said: "It gives what it gave before.",
      },
    });
  }

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
      {asked ? (
        <EditPlanDialog plan={plan} stores={stores} onChanged={onChanged} onClose={() => setAsked(false)} />
      ) : null}
    </>
  );
}

function pick(plan: PlanResource, sent: PlanChange): Partial<PlanResource> {
  return Object.fromEntries(Object.entries(plan).filter(([name]) => name in sent));
}
