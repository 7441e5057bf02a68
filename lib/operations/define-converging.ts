import type { z } from "zod";
import { converge } from "@/lib/reconcile/converge";
import type { ConvergingKind } from "@/lib/reconcile/converging-kind";
import type { Kind } from "./kind";
import { OperationRecord } from "./operation-record";

type Definition<Name extends string, Schema extends z.ZodType> = Omit<
  Kind<Name, z.output<Schema>>,
  "run" | "isReadOnly" | "request" | "steps" | "state"
> & { state: Schema; loop: ConvergingKind<z.output<Schema>> };

/** A kind that makes the store's namespace match its row. */
export function defineConverging<const Name extends string, Schema extends z.ZodType>({
  loop,
  ...kind
}: Definition<Name, Schema>): Omit<Kind<Name, z.output<Schema>>, "state"> & { state: Schema } {
  return {
    ...kind,
    isReadOnly: false,
    request: null,
    // They depend on the store's engine (lib/domain/step.ts).
    steps: [],
    run: (deps, row, store, signal) =>
      converge(
        deps,
        loop,
        new OperationRecord<z.output<Schema>>(
          deps.db,
          kind as Pick<Kind<Name, z.output<Schema>>, "noun" | "state">,
          row,
        ),
        store,
        signal,
      ),
  };
}
