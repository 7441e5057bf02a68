"use client";

import { useEffect, useRef, useState } from "react";

/** ⌘K or Ctrl K. */
function isShortcut(event: KeyboardEvent): boolean {
  const held = event.metaKey || event.ctrlKey;
  return event.key.toLowerCase() === "k" && held && !event.altKey && !event.shiftKey;
}

/** Opens and closes the palette by its shortcut, and keeps the text that is typed before the palette has loaded. */
export function usePaletteKeys() {
  const [opened, setOpened] = useState(false);
  const typedAhead = useRef("");

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      const dialog = document.querySelector("[role=dialog]");
      const hasFocus = dialog?.contains(document.activeElement) ?? false;
      if (isShortcut(event)) {
        event.preventDefault();
        // An open dialog has to be answered first.
        if (opened || dialog === null) setOpened(!opened);
      } else if (opened && !hasFocus && event.key.length === 1 && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        event.stopPropagation();
        typedAhead.current += event.key;
      }
    }
    // In the capture phase: the page's own key handlers must not see these keys.
    document.addEventListener("keydown", onKey, { capture: true });
    return () => document.removeEventListener("keydown", onKey, { capture: true });
  }, [opened]);

  useEffect(() => {
    if (!opened) typedAhead.current = "";
  }, [opened]);

  return { opened, setOpened, typedAhead };
}
