import type { Cause } from "@/lib/domain/cause";
import type { StepName } from "@/lib/domain/step";
import { mainPart, type StoreParts } from "@/lib/domain/store-part";
import { explainUnknownType, UnknownTypeError } from "@/lib/engines/get-engine";
import { ShopRefusedError, ShopUnreachableError } from "@/lib/engines/shop-client";
import { isAppError } from "@/lib/errors";
import { explainUnreachable } from "./explain-unreachable";
import { FoundError } from "./found-error";

/** The cause of a store's trouble for an error in a step of an operation. */
export function causeOfError(error: unknown, step: StepName, parts: StoreParts): Cause {
  if (!isAppError(error)) {
    return {
      code: "internal",
      component: "store",
      message: "Storeyard had an internal error and tries again.",
      next: "If it does not go away, report what the platform's log says about it.",
      waitingMayCure: true,
    };
  }
  if (error instanceof FoundError) return error.found;
  if (error instanceof UnknownTypeError) return explainUnknownType(error.type);
  if (error instanceof ShopUnreachableError) return explainUnreachable(parts, error.message);
  if (error instanceof ShopRefusedError || (error.code === "unavailable" && step === "verify")) {
    const component = mainPart(parts)?.name ?? "store";
    const refused = { component, message: error.message, waitingMayCure: true };
    return step === "verify"
      ? { code: "order_failed", ...refused }
      : { code: "application_error", ...refused };
  }
  if (error.code === "unavailable" || error.code === "rate_limited") {
    return {
      code: "cluster_unreachable",
      component: "cluster",
      message: "The cluster does not answer. The operation continues as soon as it does.",
      detail: error.message,
      waitingMayCure: true,
    };
  }
  // An earlier namespace of this name is still being deleted; after that, the next try works.
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
      message: `The cluster refused an object of the store: ${error.message}`,
      next: "Ask the cluster's admin which policy or permission refuses it.",
      waitingMayCure: false,
    };
  }
  if (error.code === "conflict" || error.code === "not_found") {
    return {
      code: "internal",
      component: "cluster",
      message: `An object changed in the cluster at the same time: ${error.message}`,
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

/** Whether the cause is a failed verification of a store that runs. */
export function isVerificationFailure({ code }: Cause): boolean {
  return code === "order_failed" || code === "ingress_unreachable";
}

/** Whether a verification with open pages clears it. */
export function isVerificationFinding(finding: Cause | null): boolean {
  return finding !== null && (isVerificationFailure(finding) || finding.code === "application_error");
}
