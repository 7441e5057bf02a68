"use client";

import { Ellipsis } from "lucide-react";
import type { ReactNode } from "react";
import { buttonVariants } from "./button";
import { cn } from "./cn";
import { lazyPart } from "./lazy-part";
import { useLazyMenu } from "./use-lazy-menu";

/** What a menu offers; `false` where it does not apply. */
export interface MenuEntry {
  label: string;
  icon: ReactNode;
  danger?: boolean;
  /** Called once the menu is closed and the focus is back on its button. */
  onSelect: () => void;
}

export interface RowMenuProps {
  /** Whose menu it is, for who can't see where it stands. */
  label: string;
  entries: (MenuEntry | false)[];
}

const Opened = lazyPart(() => import("./row-menu-content").then((module) => module.RowMenuContent));

export const rowMenuClasses = cn(
  buttonVariants({ variant: "ghost", size: "icon-sm" }),
  "relative z-10 data-[state=open]:bg-hover",
);

/** The actions on one entry of a list. */
export function RowMenu(props: RowMenuProps) {
  const { opened, byKeyboard, closed } = useLazyMenu(Opened.preload);
  const button = (
    <button {...closed} aria-label={props.label} className={rowMenuClasses}>
      <Ellipsis aria-hidden="true" />
    </button>
  );
  return opened ? <Opened {...props} byKeyboard={byKeyboard} meanwhile={button} /> : button;
}
