const firstRetryMs = 150;
const longestRetryMs = 4_000;

/** How long to wait before the next try: twice as long after each failure in a row. */
export class Retries {
  /** Failures in a row. */
  count = 0;

  /** Counts a failure. Returns the milliseconds to wait. */
  next(): number {
    this.count += 1;
    return Math.min(firstRetryMs * 2 ** (this.count - 1), longestRetryMs);
  }

  reset(): void {
    this.count = 0;
  }
}
