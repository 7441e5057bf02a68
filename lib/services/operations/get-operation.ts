import type { OperationView } from "@/lib/domain/operation";
import type { Ctx } from "../app-context";
import { getOperationFor } from "./get-operation-for";
import { toOperationView } from "./to-operation-view";

/** Throws AppError `not_found`. */
export function getOperation({ app, actor }: Ctx, id: string): OperationView {
  const { operation, store } = getOperationFor(app.db, actor, id, "read");
  return toOperationView(operation, store.name);
}
