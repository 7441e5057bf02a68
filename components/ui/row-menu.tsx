"use client";

import { Ellipsis } from "lucide-react";
import type { ReactNode } from "react";
import { buttonVariants } from "./button";
import { cn } from "./cn";
import { lazyPart } from "./lazy-part";
import { useLazyMenu } from "./use-lazy-menu";

/** An entry of a menu. Menus also accept `false`, for entries that do not apply. */
export interface MenuEntry {
  label: string;
  icon: ReactNode;
  danger?: boolean;
  /** Called after the menu has closed and its button has the focus. */
  onSelect: () => void;
}

export interface RowMenuProps {
  /** The button's accessible name. */
  label: string;
  entries: (MenuEntry | false)[];
}

const Opened = lazyPart(() => import("./row-menu-content").then((module) => module.RowMenuContent));

export const rowMenuClasses = cn(
  buttonVariants({ variant: "ghost", size: "icon-sm" }),
  "relative z-10 data-[state=open]:bg-hover",
);

/** The menu of actions of a list's row. */
export function RowMenu(props: RowMenuProps) {
  const { opened, byKeyboard, closed } = useLazyMenu(Opened.preload);
  const button = (
    <button {...closed} aria-label={props.label} className={rowMenuClasses}>
      <Ellipsis aria-hidden="true" />
    </button>
  );
  return opened ? <Opened {...props} byKeyboard={byKeyboard} fallback={button} /> : button;
}
