"use client";

import { Ellipsis } from "lucide-react";
import { useRef } from "react";
import { Menu, MenuContent, MenuItem, MenuTrigger } from "./menu";
import { type RowMenuProps, rowMenuClasses } from "./row-menu";

/** The open menu: it is rendered when the user opens it. */
export function RowMenuContent({ label, entries, byKeyboard }: RowMenuProps & { byKeyboard: boolean }) {
  const trigger = useRef<HTMLButtonElement>(null);
  const chosen = useRef<(() => void) | null>(null);

  /** Focuses the button before running the entry's action: a dialog restores the focus to it, not to the closed menu. */
  function leave(event: Event) {
    event.preventDefault();
    trigger.current?.focus();
    chosen.current?.();
    chosen.current = null;
  }

  return (
    <Menu defaultOpen modal={false}>
      <MenuTrigger ref={trigger} aria-label={label} className={rowMenuClasses}>
        <Ellipsis aria-hidden="true" />
      </MenuTrigger>
      <MenuContent byKeyboard={byKeyboard} onCloseAutoFocus={leave}>
        {entries.map((entry) =>
          entry === false ? null : (
            <MenuItem
              key={entry.label}
              className={entry.danger ? "text-bad [&_svg]:text-bad" : undefined}
              onSelect={() => {
                chosen.current = entry.onSelect;
              }}
            >
              {entry.icon}
              {entry.label}
            </MenuItem>
          ),
        )}
      </MenuContent>
    </Menu>
  );
}
