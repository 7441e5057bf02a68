import type { Cause } from "@/lib/domain/cause";
import type { StepName } from "@/lib/domain/step";
import { explainUnknownType, UnknownTypeError } from "@/lib/engines/get-engine";
import { isAppError } from "@/lib/errors";

/** What an error met while acting means for the store; waiting cures what the next try may not meet again. */
export function causeOfError(error: unknown, step: StepName): Cause {
  if (!isAppError(error)) {
    return {
      code: "internal",
      component: "store",
      message: "Storeyard ran into an error of its own and tries again.",
      next: "If it stays, look into the platform's log and report what it says.",
      waitingMayCure: true,
    };
  }
  if (error instanceof UnknownTypeError) return explainUnknownType(error.type);
  if (error.code === "unavailable" && step === "order") {
    return { code: "order_failed", component: "shop", message: error.message, waitingMayCure: true };
  }
  if (error.code === "unavailable" || error.code === "rate_limited") {
    return {
      code: "cluster_unreachable",
      component: "cluster",
      message: "The cluster does not answer; this goes on where it is as soon as it does.",
      detail: error.message,
      waitingMayCure: true,
    };
  }
  // Left-overs of an earlier namespace of this name: it goes, and then this works.
  if (/being terminated|being deleted/.test(error.message)) {
    return {
      code: "namespace_terminating",
      component: "cluster",
      message: "Kubernetes is still removing an earlier namespace of this name.",
      waitingMayCure: true,
    };
  }
  if (error.code === "forbidden") {
    return {
      code: "admission_refused",
      component: "cluster",
      message: `The cluster refused a part of the store: ${error.message}`,
      next: "Ask the cluster's admin which policy or permission refuses it.",
      waitingMayCure: false,
    };
  }
  if (error.code === "conflict" || error.code === "not_found") {
    return {
      code: "internal",
      component: "cluster",
      message: `Something changed in the cluster meanwhile: ${error.message}`,
      waitingMayCure: true,
    };
  }
  return {
    code: "chart_invalid",
    component: "store",
    message: `The store's chart can't be applied: ${error.message}`,
    next: "Correct the chart or its values, then try again.",
    waitingMayCure: false,
  };
}
