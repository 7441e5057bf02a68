import type { Cause } from "@/lib/domain/cause";

/** Why an operation that somebody cancelled did not finish. `by`: their e-mail address, where it is known. */
export function cancelledCause(noun: string, by: string | null): Cause {
  return {
    code: "cancelled",
    component: "store",
    message: `${by ?? "Somebody"} cancelled the ${noun}.`,
    waitingMayCure: false,
  };
}
