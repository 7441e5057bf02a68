import type { Cause } from "@/lib/domain/cause";
import { AppError } from "@/lib/errors";

/** A check found this cause: it is already in the user's words. */
export class FoundError extends AppError {
  readonly found: Cause;

  constructor(found: Cause) {
    super("unavailable", found.message);
    this.found = found;
  }
}
