import type { Cause } from "@/lib/domain/cause";

/** Whether the cause is that the cluster or Helm refused the objects of a store, before any of them changed. */
export function isRefusedApply({ code, component }: Cause): boolean {
  return code === "chart_invalid" || (code === "admission_refused" && component === "cluster");
}

/** The warning of a store that runs as before and can't be changed. It stays until a release is applied. */
export function explainRefusedChange(noun: string, { component, message, next, detail }: Cause): Cause {
  return {
    code: "change_refused",
    component,
    message: `The last ${noun} was refused, so the store runs as before. ${message}`,
    next: next ? `${next} Then try again.` : "Try again.",
    ...(detail !== undefined && { detail }),
    waitingMayCure: false,
  };
}
