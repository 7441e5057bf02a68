import type { Cause } from "@/lib/domain/cause";
import type { StoreType } from "@/lib/domain/store";
import { AppError } from "@/lib/errors";

/** A store's engine is missing in this installation. */
export class UnknownTypeError extends AppError {
  readonly type: StoreType;

  constructor(type: StoreType) {
    const { message, next } = explainUnknownType(type);
    super("conflict", `${message} ${next}`);
    this.type = type;
  }
}

/** The cause of a store whose type is unknown. It keeps running, and can be viewed and deleted. */
export function explainUnknownType(type: StoreType): Cause & { next: string } {
  return {
    code: "type_unknown",
    component: "store",
    message: `This installation does not know stores of type “${type}” any more.`,
    next: "It is left as it is: delete it, or ask the admin to put the engine of its type back.",
    waitingMayCure: false,
  };
}

/** The engine of a type, or its profile. Throws AppError `conflict` if it is missing. */
export function getEngine<T>(engines: Readonly<Record<StoreType, T>>, type: StoreType): T {
  const engine = engines[type];
  if (engine === undefined) throw new UnknownTypeError(type);
  return engine;
}
