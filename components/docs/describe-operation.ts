import { allOperations } from "@/lib/http/contract/all-operations";
import { type Operation, type Tag, tags } from "@/lib/http/contract/operation";
import { apiDocument } from "@/lib/http/openapi/build-document";
import type { DescribedAnswer, DescribedOperation } from "./operation-card";

/** The groups that have operations. */
export const usedTags = (Object.keys(tags) as Tag[]).filter((tag) =>
  allOperations.some((operation) => operation.tag === tag),
);

const methods = ["GET", "POST", "PATCH", "DELETE"];

/** The operations of a group, sorted by path and method. */
export function operationsOf(tag: Tag): Operation[] {
  return allOperations
    .filter((operation) => operation.tag === tag)
    .sort((a, b) => a.path.localeCompare(b.path) || methods.indexOf(a.method) - methods.indexOf(b.method));
}

/** An operation as the OpenAPI document describes it. Shared problem responses are listed by status only. */
export function describeOperation(operation: Operation) {
  const item = apiDocument().paths?.[operation.path] as Record<string, DescribedOperation>;
  const described = item[operation.method.toLowerCase()] as DescribedOperation;
  const all = Object.entries(described.responses);
  return {
    described,
    answers: all.filter(([, { $ref }]) => $ref === undefined),
    problems: all.filter(([, { $ref }]) => $ref !== undefined).map(([status]) => status),
  };
}

/** The description of each shared problem response, by status. */
export function listProblems(): [status: string, description: string][] {
  const shared = apiDocument().components?.responses as Record<string, DescribedAnswer>;
  const meanings = allOperations.flatMap((operation) =>
    Object.entries(describeOperation(operation).described.responses).flatMap(
      ([status, { $ref }]): [string, string][] => {
        const answer = shared[$ref?.split("/").at(-1) ?? ""];
        return answer ? [[status, answer.description]] : [];
      },
    ),
  );
  return Object.entries(Object.fromEntries(meanings));
}
