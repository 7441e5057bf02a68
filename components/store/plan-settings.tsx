"use client";

import { useState } from "react";
import { useStore } from "@/components/current-store/store-context";
import { describePlan } from "@/components/plans/describe-plan";
import { Sizes } from "@/components/plans/sizes";
import type { OfferedPlanResource } from "@/lib/http/resources/plan-resource";
import { Button } from "../ui/button";
import { Card, CardHeader } from "../ui/card";
import { lazyPart } from "../ui/lazy-part";

const ChangePlanDialog = lazyPart(() =>
  import("./change-plan-dialog").then((module) => module.ChangePlanDialog),
);

/** The store's plan, with the button to change it. */
export function PlanSettings({ plans }: { plans: OfferedPlanResource[] }) {
  const { store, can } = useStore();
  const [dialogOpen, setDialogOpen] = useState(false);
  const plan = plans.find(({ id }) => id === store.plan);
  const changes = can.includes("operate") && ["ready", "unready", "failed"].includes(store.phase);
  return (
    <Card aria-labelledby="plan-title">
      <CardHeader id="plan-title" title="Plan" />
      <div className="flex flex-wrap items-center justify-between gap-4 px-4 py-4 sm:px-5">
        <p className="min-w-0 flex-1 basis-60 text-[0.8125rem] text-ink-muted leading-5">
          <strong className="block font-medium text-ink text-sm">{plan?.name ?? store.plan}</strong>
          {plan ? describePlan(plan) : "This plan is no longer available."}
          {plan ? <Sizes plan={plan} type={store.type} /> : null}
        </p>
        {changes ? (
          <Button onPointerEnter={ChangePlanDialog.preload} onClick={() => setDialogOpen(true)}>
            Change plan…
          </Button>
        ) : null}
      </div>
      {dialogOpen ? <ChangePlanDialog plans={plans} onClose={() => setDialogOpen(false)} /> : null}
    </Card>
  );
}
