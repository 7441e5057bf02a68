import type { Cause } from "@/lib/domain/cause";
import { startSentence } from "@/lib/domain/start-sentence";
import { mainPart, type StoreParts } from "@/lib/domain/store-part";

/** The cause of a store that runs and is not reached through its Ingress. */
export function explainUnreachable(parts: StoreParts, detail: string): Cause {
  return {
    code: "ingress_unreachable",
    component: "ingress",
    message: `${startSentence(mainPart(parts)?.phrase ?? "the store")} is running, but its address does not lead to it.`,
    next: "Check that the ingress controller runs and that INGRESS_ORIGIN leads to it.",
    detail,
    waitingMayCure: true,
  };
}
