import { allOperations } from "@/lib/http/contract/all-operations";
import { type Operation, type Tag, tags } from "@/lib/http/contract/operation";
import { apiDocument } from "@/lib/http/openapi/build-document";
import type { DescribedAnswer, DescribedOperation } from "./operation-card";

/** The groups that there is something to say of. */
export const usedTags = (Object.keys(tags) as Tag[]).filter((tag) =>
  allOperations.some((operation) => operation.tag === tag),
);

const methods = ["GET", "POST", "PATCH", "DELETE"];

/** The operations of a group, those of one address side by side. */
export function operationsOf(tag: Tag): Operation[] {
  return allOperations
    .filter((operation) => operation.tag === tag)
    .sort((a, b) => a.path.localeCompare(b.path) || methods.indexOf(a.method) - methods.indexOf(b.method));
}

/** What the API's document says of an operation, with the answers that it shares with others written out. */
export function describeOperation(operation: Operation) {
  const document = apiDocument();
  const item = document.paths?.[operation.path] as Record<string, DescribedOperation>;
  const described = item[operation.method.toLowerCase()] as DescribedOperation;
  const shared = document.components?.responses as unknown as Record<string, DescribedAnswer>;
  const answers = Object.entries(described.responses).map(([status, answer]): [string, DescribedAnswer] => {
    const { $ref } = answer as { $ref?: string };
    return [status, $ref === undefined ? answer : (shared[$ref.split("/").at(-1) ?? ""] ?? answer)];
  });
  return { described, answers };
}
