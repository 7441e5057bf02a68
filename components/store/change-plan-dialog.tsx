"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import type { OfferedPlanResource } from "@/lib/http/plan-resource";
import { callApi } from "../api-client";
import { FormDialog } from "../form/form-dialog";
import { useApiForm } from "../form/use-api-form";
import { PlanChoice } from "../plans/plan-choice";

interface ChangePlanDialogProps {
  store: string;
  current: string;
  plans: OfferedPlanResource[];
  onClose: () => void;
}

export function ChangePlanDialog({ store, current, plans, onClose }: ChangePlanDialogProps) {
  const router = useRouter();
  const { form, errors, pending, clearError, submit } = useApiForm(["plan"]);
  const [plan, setPlan] = useState(current);

  function change() {
    void submit(async () => {
      await callApi("PATCH", `/api/stores/${store}`, { plan });
      toast.success("The plan is changed. You can watch it being applied.");
      onClose();
      router.refresh();
    });
  }

  return (
    <FormDialog
      title="Change the plan"
      description="The store’s bounds change while it runs. Its data stays, and a disk never shrinks."
      form={form}
      failure={errors.form}
      pending={pending}
      submit="Change plan"
      disabled={plan === current}
      onSubmit={change}
      onClose={onClose}
    >
      <PlanChoice
        plans={plans}
        value={plan}
        current={current}
        error={errors.plan}
        onChange={(value) => {
          setPlan(value);
          clearError("plan");
        }}
      />
    </FormDialog>
  );
}
