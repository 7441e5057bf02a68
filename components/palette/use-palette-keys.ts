"use client";

import { useEffect, useRef, useState } from "react";

/** ⌘K or Ctrl K. */
function isShortcut(event: KeyboardEvent): boolean {
  const held = event.metaKey || event.ctrlKey;
  return event.key.toLowerCase() === "k" && held && !event.altKey && !event.shiftKey;
}

/** Whether the palette is open; its shortcut opens and closes it, and what is typed before it is there is kept for it. */
export function usePaletteKeys() {
  const [opened, setOpened] = useState(false);
  const ahead = useRef("");

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      const dialog = document.querySelector("[role=dialog]");
      const isThere = dialog?.contains(document.activeElement) ?? false;
      if (isShortcut(event)) {
        event.preventDefault();
        // A dialog wants its answer first.
        if (opened || dialog === null) setOpened(!opened);
      } else if (opened && !isThere && event.key.length === 1 && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        event.stopPropagation();
        ahead.current += event.key;
      }
    }
    // Before the page's own keys: they are not meant.
    document.addEventListener("keydown", onKey, { capture: true });
    return () => document.removeEventListener("keydown", onKey, { capture: true });
  }, [opened]);

  useEffect(() => {
    if (!opened) ahead.current = "";
  }, [opened]);

  return { opened, setOpened, ahead };
}
