"use client";

import { type KeyboardEvent, type MouseEvent, useState } from "react";

/** The props of a button that opens a lazily loaded menu, by pointer or keyboard like a loaded one. */
export function useLazyMenu(preload: () => void) {
  const [opened, setOpened] = useState<"by-pointer" | "by-keyboard" | null>(null);
  const closed = {
    type: "button",
    "aria-haspopup": "menu",
    "aria-expanded": false,
    onPointerEnter: preload,
    onFocus: preload,
    onClick: (event: MouseEvent) => setOpened(event.detail === 0 ? "by-keyboard" : "by-pointer"),
    onKeyDown(event: KeyboardEvent) {
      if (event.key !== "ArrowDown") return;
      event.preventDefault();
      setOpened("by-keyboard");
    },
  } as const;
  return { opened: opened !== null, byKeyboard: opened === "by-keyboard", closed };
}
