import { toast } from "sonner";
import { findOpener, giveFocusBack } from "../ui/opener";

/** Long enough to read what was done, to think twice and to get there by keyboard. */
const undoMs = 10_000;

/** Says that something is done; with the way back, where there is one that is real. */
export function tellDone(said: string, undo?: () => void): void {
  if (undo === undefined) {
    toast.success(said);
    return;
  }
  const opener = findOpener();
  toast.success(said, {
    duration: undoMs,
    action: {
      label: "Undo",
      onClick(event) {
        // By a key: what had the focus goes with the click.
        if (event.detail === 0) giveFocusBack(opener);
        undo();
      },
    },
  });
}
