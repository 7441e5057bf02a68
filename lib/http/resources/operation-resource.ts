import { z } from "zod";
import { type OperationView, operationStates } from "@/lib/domain/operation";
import { kindNames } from "@/lib/operations/kinds";
import { causeResource } from "./store-resource";

const instant = z.iso.datetime();

/** An operation as the API returns it. Dates are ISO 8601. */
export const operationResource = z
  .object({
    id: z.string(),
    kind: z.string().meta({
      description: `One of ${kindNames.join(", ")}; or a kind of an earlier version.`,
    }),
    state: z.enum(operationStates),
    title: z.string().meta({ description: "A description of the operation, for people." }),
    store: z.object({ id: z.string(), name: z.string() }),
    requester: z
      .object({ id: z.string(), email: z.string() })
      .nullable()
      .meta({ description: "The account that requested it; null for the platform." }),
    step: z
      .object({ name: z.string(), title: z.string(), startedAt: instant })
      .nullable()
      .meta({ description: "The current or last step; null before the first one." }),
    cause: causeResource
      .nullable()
      .meta({ description: "What it waits for, or why it failed or was cancelled." }),
    result: z.json().meta({ description: "The result. Its form depends on the kind. Null for most kinds." }),
    cancellable: z.boolean().meta({ description: "Whether it can be cancelled now." }),
    createdAt: instant.meta({ description: "When it was requested." }),
    startedAt: instant.nullable(),
    finishedAt: instant.nullable(),
    links: z.object({ self: z.string(), store: z.string() }),
  })
  .meta({ id: "Operation" });

export type OperationResource = z.infer<typeof operationResource>;

/** Path of an operation in the API. */
export function operationPath(id: string): string {
  return `/api/operations/${id}`;
}

export function toOperationResource(view: OperationView): OperationResource {
  const { id, kind, state, title, requester, step, cause } = view;
  return {
    ...{ id, kind, state, title, requester, cause },
    store: { id: view.storeId, name: view.storeName },
    step: step && { ...step, startedAt: step.startedAt.toISOString() },
    result: view.result as OperationResource["result"],
    cancellable: view.isCancellable,
    createdAt: view.createdAt.toISOString(),
    startedAt: view.startedAt?.toISOString() ?? null,
    finishedAt: view.finishedAt?.toISOString() ?? null,
    links: { self: operationPath(id), store: `/api/stores/${view.storeName}` },
  };
}
