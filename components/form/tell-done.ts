import { toast } from "sonner";

/** Long enough to read what was done, to think twice and to get there by keyboard. */
const undoMs = 10_000;

/** Says that something is done; with the way back, where there is one that is real. */
export function tellDone(said: string, undo?: () => void): void {
  toast.success(said, undo && { duration: undoMs, action: { label: "Undo", onClick: undo } });
}
