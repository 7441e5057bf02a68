"use client";

import { useState } from "react";
import type { OfferedPlanResource } from "@/lib/http/resources/plan-resource";
import type { StoreResource } from "@/lib/http/resources/store-resource";
import { changeSeen } from "../change-seen";
import { FormDialog } from "../form/form-dialog";
import { PlanChoice } from "../plans/plan-choice";
import { useStore } from "./store-context";

/** Moves the store to another plan. It has it at once; a refusal is told, and shows the plan of before again. */
export function ChangePlanDialog({ plans, onClose }: { plans: OfferedPlanResource[]; onClose: () => void }) {
  const { store, change } = useStore();
  // What the choice is made from: the plan that it had when it was asked for.
  const [current] = useState(store.plan);
  const [plan, setPlan] = useState(current);
  const path = `/api/stores/${store.name}`;

  function choose() {
    onClose();
    change({ plan }, () => changeSeen<StoreResource>(path, { plan: current }, { plan }), {
      said: "The new plan applies; you can watch it being put through.",
      undo: {
        to: { plan: current },
        call: () => changeSeen<StoreResource>(path, { plan }, { plan: current }),
        said: "It has its former plan again.",
      },
    });
  }

  return (
    <FormDialog
      title="Change the plan"
      description="The store’s bounds change while it runs. Its data stays, and a disk never shrinks."
      submit="Change plan"
      disabled={plan === current}
      onSubmit={choose}
      onClose={onClose}
    >
      <PlanChoice plans={plans} value={plan} current={current} onChange={setPlan} />
    </FormDialog>
  );
}
