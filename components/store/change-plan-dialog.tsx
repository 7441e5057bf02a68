"use client";

import { useState } from "react";
import { changeIfUnchanged } from "@/components/change-if-unchanged";
import { useStore } from "@/components/current-store/store-context";
import { startSentence } from "@/lib/domain/start-sentence";
import { mainPhrase } from "@/lib/domain/store-part";
import type { OfferedPlanResource } from "@/lib/http/resources/plan-resource";
import type { StoreResource } from "@/lib/http/resources/store-resource";
import { FormDialog } from "../form/form-dialog";
import { PlanChoice } from "../plans/plan-choice";

/** Changes the store's plan. The new plan is shown at once, and rolled back if the API refuses. */
export function ChangePlanDialog({ plans, onClose }: { plans: OfferedPlanResource[]; onClose: () => void }) {
  const { store, engine, change } = useStore();
  // The plan when the dialog was opened: the choice is based on it.
  const [current] = useState(store.plan);
  const [plan, setPlan] = useState(current);
  const path = `/api/stores/${store.name}`;

  function choose() {
    onClose();
    change({ plan }, () => changeIfUnchanged<StoreResource>(path, { plan: current }, { plan }), {
      message: "Plan changed. The store is being updated.",
      undo: {
        to: { plan: current },
        call: () => changeIfUnchanged<StoreResource>(path, { plan }, { plan: current }),
        message: "Former plan restored.",
      },
    });
  }

  return (
    <FormDialog
      title="Change plan"
      description={`${startSentence(mainPhrase(engine.parts))} restarts with its new sizes, which takes some seconds. The store keeps its data, and volumes never shrink.`}
      submit="Change plan"
      disabled={plan === current}
      onSubmit={choose}
      onClose={onClose}
    >
      <PlanChoice plans={plans} type={store.type} value={plan} current={current} onChange={setPlan} />
    </FormDialog>
  );
}
