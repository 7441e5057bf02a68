"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import type { PlanResource } from "@/lib/http/plan-resource";
import { callApi } from "../api-client";
import { FormDialog } from "../form/form-dialog";
import { useApiForm } from "../form/use-api-form";
import { Callout } from "../ui/callout";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { countStores } from "./plan-words";

/** Each in the unit that people think in, and how many of the API's make one of it. */
const bounds = [
  { name: "storesPerUser", label: "Stores per account", unit: "", scale: 1 },
  { name: "pods", label: "Pods", unit: "", scale: 1 },
  { name: "cpuMillis", label: "CPU", unit: "CPUs", scale: 1_000 },
  { name: "memoryMib", label: "Memory", unit: "GB", scale: 1_024 },
  { name: "storageMib", label: "Disk in all", unit: "GB", scale: 1_024 },
  { name: "volumeMib", label: "Largest volume", unit: "GB", scale: 1_024 },
] as const;

type Bound = (typeof bounds)[number]["name"];

const fields = ["name", ...bounds.map(({ name }) => name)] as const;

interface EditPlanDialogProps {
  plan: PlanResource;
  /** Of what the fields begin with. */
  etag: string;
  stores: number;
  onClose: () => void;
}

/** Changes what a plan gives; only what was changed is sent. */
export function EditPlanDialog({ plan, etag, stores, onClose }: EditPlanDialogProps) {
  const router = useRouter();
  const { form, errors, pending, clearError, submit } = useApiForm(fields);
  const [name, setName] = useState(plan.name);
  const [values, setValues] = useState<Record<Bound, string>>(() => {
    const shown = bounds.map((bound) => [bound.name, shownAs(plan, bound)]);
    return Object.fromEntries(shown) as Record<Bound, string>;
  });

  function save() {
    const changed = bounds.filter((bound) => values[bound.name] !== shownAs(plan, bound));
    if (changed.length === 0 && name === plan.name) return onClose();
    void submit(async () => {
      const change = {
        name: name === plan.name ? undefined : name,
        // What is no number stays what was typed: the API says what is wrong with it.
        ...Object.fromEntries(changed.map((bound) => [bound.name, sentAs(values[bound.name], bound)])),
      };
      await callApi("PATCH", `/api/plans/${plan.id}`, change, { ifMatch: etag });
      toast.success(`${name} is changed.`);
      onClose();
      router.refresh();
    });
  }

  return (
    <FormDialog
      title={`Edit ${plan.name}`}
      form={form}
      failure={errors.form}
      pending={pending}
      submit="Save plan"
      onSubmit={save}
      onClose={onClose}
    >
      {stores > 0 ? (
        <Callout tone="info" title={`${countStores(stores)} ${stores === 1 ? "has" : "have"} this plan.`}>
          Its new bounds are {stores === 1 ? "its" : "theirs"} at once, without a restart.
        </Callout>
      ) : null}
      <Field label="Name" error={errors.name}>
        {(control) => (
          <Input
            {...control}
            name="name"
            value={name}
            maxLength={40}
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

function shownAs(plan: PlanResource, { name, scale }: (typeof bounds)[number]): string {
  return String(plan[name] / scale);
}

function sentAs(text: string, { scale }: (typeof bounds)[number]): number | string {
  const number = Number(text.replace(",", "."));
  if (text.trim() === "" || !Number.isFinite(number)) return text;
  // Whole where the unit is ours, so that 0.1 of it can be had; what is counted is sent as it is.
  return scale === 1 ? number : Math.round(number * scale);
}
