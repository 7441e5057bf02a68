import type { ConvergingKind } from "./converging-kind";
import type { OperationHandle } from "./operation-handle";

/** Time without a cluster does not count: it extends the operation's deadline. */
export class Outage<State> {
  private since: number | null = null;
  private readonly operation: OperationHandle<State>;
  private readonly kind: Pick<ConvergingKind<State>, "extendDeadline">;
  private readonly createDeadlineMs: number;

  constructor(
    operation: OperationHandle<State>,
    kind: Pick<ConvergingKind<State>, "extendDeadline">,
    createDeadlineMs: number,
  ) {
    this.operation = operation;
    this.kind = kind;
    this.createDeadlineMs = createDeadlineMs;
  }

  begin(): void {
    this.since ??= Date.now();
  }

  over(): void {
    if (this.since === null) return;
    this.operation.setDeadline(new Date(this.operation.deadline.getTime() + Date.now() - this.since));
    this.since = null;
  }

  /** The deadline. */
  deadline(): Date {
    const later = this.kind.extendDeadline?.(this.operation.state, this.createDeadlineMs) ?? 0;
    return new Date(Math.max(this.operation.deadline.getTime(), later));
  }
}
