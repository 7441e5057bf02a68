"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { ChangeConflict, changeIfUnchanged } from "@/components/change-if-unchanged";
import type { PlanResource } from "@/lib/http/resources/plan-resource";
import { FormDialog } from "../form/form-dialog";
import { useApiForm } from "../form/use-api-form";
import { Callout } from "../ui/callout";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { formatStoreCount } from "./describe-plan";

/** A plan's limits in display units. `scale` is the number of API units in one display unit. */
const bounds = [
  { name: "storesPerUser", label: "Stores per account", unit: "", scale: 1 },
  { name: "pods", label: "Pods", unit: "", scale: 1 },
  { name: "cpuMillis", label: "CPU", unit: "CPUs", scale: 1_000 },
  { name: "memoryMib", label: "Memory", unit: "GB", scale: 1_024 },
  { name: "storageMib", label: "Total storage", unit: "GB", scale: 1_024 },
  { name: "volumeMib", label: "Largest volume", unit: "GB", scale: 1_024 },
] as const;

type Bound = (typeof bounds)[number]["name"];

const fields = ["name", ...bounds.map(({ name }) => name)] as const;

/** The changed fields: numbers in API units, or the typed text if it is no number. */
export type PlanChange = Partial<Record<(typeof fields)[number], string | number>>;

interface EditPlanDialogProps {
  plan: PlanResource;
  stores: number;
  /** Called with the sent change, and the plan before and after it. */
  onChanged: (sent: PlanChange, before: PlanResource, now: PlanResource) => void;
  onClose: () => void;
}

/** Edits a plan. Only changed fields are sent, and another admin's change is not overwritten. */
export function EditPlanDialog({ plan, stores, onChanged, onClose }: EditPlanDialogProps) {
  const router = useRouter();
  const { form, errors, pending, clearError, submit } = useApiForm(fields);
  // The plan that the fields were filled from.
  const [seen, setSeen] = useState(plan);
  const [name, setName] = useState(plan.name);
  const [values, setValues] = useState(() => valuesOf(plan));

  function reset(now: PlanResource) {
    setSeen(now);
    setName(now.name);
    setValues(valuesOf(now));
    router.refresh();
  }

  function save() {
    const changed = bounds.filter((bound) => values[bound.name] !== shownAs(seen, bound));
    const sent: PlanChange = {
      ...(name === seen.name ? {} : { name }),
      // Text that is no number is sent as it is: the API's error explains it.
      ...Object.fromEntries(changed.map((bound) => [bound.name, sentAs(values[bound.name], bound)])),
    };
    if (Object.keys(sent).length === 0) return onClose();
    void submit(async () => {
      try {
        const { updatedAt } = seen;
        const now = await changeIfUnchanged<PlanResource>(`/api/plans/${plan.id}`, { updatedAt }, sent);
        onClose();
        onChanged(sent, seen, now);
      } catch (error) {
        if (error instanceof ChangeConflict) reset(error.now);
        throw error;
      }
    });
  }

  return (
    <FormDialog
      title={`Edit ${seen.name}`}
      form={form}
      failure={errors.form}
      pending={pending}
      submit="Save plan"
      onSubmit={save}
      onClose={onClose}
    >
      {stores > 0 ? (
        <Callout
          tone="info"
          title={`${formatStoreCount(stores)} ${stores === 1 ? "has" : "have"} this plan.`}
        >
          New CPU and memory limits restart {stores === 1 ? "it" : "them one after another"}. Other limits do
          not.
        </Callout>
      ) : null}
      <Field label="Name" error={errors.name}>
        {(control) => (
          <Input
            {...control}
            name="name"
            value={name}
            autoComplete="off"
            onChange={(event) => {
              setName(event.target.value);
              clearError("name");
            }}
          />
        )}
      </Field>
      <div className="grid grid-cols-2 items-start gap-x-3 gap-y-4">
        {bounds.map((bound) => (
          <Field key={bound.name} label={bound.label} note={bound.unit} error={errors[bound.name]}>
            {(control) => (
              <Input
                {...control}
                name={bound.name}
                inputMode="decimal"
                value={values[bound.name]}
                autoComplete="off"
                className="tabular"
                onChange={(event) => {
                  setValues({ ...values, [bound.name]: event.target.value });
                  clearError(bound.name);
                }}
              />
            )}
          </Field>
        ))}
      </div>
    </FormDialog>
  );
}

function valuesOf(plan: PlanResource): Record<Bound, string> {
  const shown = bounds.map((bound) => [bound.name, shownAs(plan, bound)]);
  return Object.fromEntries(shown) as Record<Bound, string>;
}

function shownAs(plan: PlanResource, { name, scale }: (typeof bounds)[number]): string {
  return String(plan[name] / scale);
}

function sentAs(text: string, { scale }: (typeof bounds)[number]): number | string {
  const number = Number(text.replace(",", "."));
  if (text.trim() === "" || !Number.isFinite(number)) return text;
  // Scaled values are rounded to whole API units. Counts are sent as typed: the API refuses fractions.
  return scale === 1 ? number : Math.round(number * scale);
}
