import { toast } from "sonner";
import { findOpener, restoreFocus } from "@/components/ui/opener";

/** Long enough to read the message and reach the button by keyboard. */
const undoMs = 10_000;

/** Shows that something succeeded, with an Undo button if it can be undone. */
export function notifyDone(message: string, undo?: () => void): void {
  if (undo === undefined) {
    toast.success(message);
    return;
  }
  const opener = findOpener();
  toast.success(message, {
    duration: undoMs,
    action: {
      label: "Undo",
      onClick(event) {
        // Activated by a key: the focused toast disappears, so the focus goes back to where it was.
        if (event.detail === 0) restoreFocus(opener);
        undo();
      },
    },
  });
}
