import { useId } from "react";
import type { OfferedPlanResource } from "@/lib/http/resources/plan-resource";
import { FieldError } from "../ui/field";
import { describePlan } from "./describe-plan";
import { Sizes } from "./sizes";

interface PlanChoiceProps {
  plans: OfferedPlanResource[];
  /** The store type whose sizes are shown. */
  type: string | undefined;
  value: string;
  /** Id of the current plan, which needs no free capacity. */
  current?: string;
  error?: string;
  onChange: (plan: string) => void;
}

/** Radio buttons for the plans, with the limits and remaining stores of each. A used-up plan is disabled. */
export function PlanChoice({ plans, type, value, current, error, onChange }: PlanChoiceProps) {
  const id = useId();
  return (
    <fieldset className="min-w-0" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="mb-1.5 font-medium text-sm">Plan</legend>
      <div className="overflow-hidden rounded-lg border border-line-strong shadow-control">
        {plans.map((plan) => {
          const usedUp = plan.storesLeft < 1 && plan.id !== current;
          return (
            <label
              key={plan.id}
              className="flex items-start gap-3 border-line not-first:border-t bg-surface px-4 py-3 transition-colors duration-150 hover:bg-hover/50 has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-focus has-[:focus-visible]:-outline-offset-2 has-[:checked]:bg-hover has-[:disabled]:bg-sunken"
            >
              <input
                type="radio"
                name="plan"
                value={plan.id}
                disabled={usedUp}
                checked={value === plan.id}
                aria-describedby={`${id}-${plan.id}`}
                aria-invalid={error && value === plan.id ? true : undefined}
                className="mt-0.5 size-4 shrink-0 accent-ink outline-none"
                onChange={() => onChange(plan.id)}
              />
              <span className="flex min-w-0 flex-1 flex-wrap items-baseline justify-between gap-x-4 text-[0.8125rem] leading-5">
                <span className="font-medium text-sm">{plan.name}</span>
                <span className="tabular text-ink-muted text-xs">{describeRemaining(plan, current)}</span>
                <span id={`${id}-${plan.id}`} className="basis-full text-ink-muted">
                  {describePlan(plan)}
                  <Sizes plan={plan} type={type} />
                </span>
              </span>
            </label>
          );
        })}
      </div>
      <div id={`${id}-error`} aria-live="polite" className="mt-1.5 text-[0.8125rem] empty:hidden">
        {error ? <FieldError>{error}</FieldError> : null}
      </div>
    </fieldset>
  );
}

function describeRemaining(plan: OfferedPlanResource, current: string | undefined): string {
  if (plan.id === current) return "Current plan";
  if (plan.storesLeft < 1) return "None left";
  return `${plan.storesLeft} left`;
}
