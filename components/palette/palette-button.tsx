"use client";

import { Search } from "lucide-react";
import { lazyPart } from "../ui/lazy-part";
import { usePaletteKeys } from "./use-palette-keys";

const Palette = lazyPart(() => import("./palette").then((module) => module.Palette));

interface PaletteButtonProps {
  isAdmin: boolean;
  /** The shortcut as the user's system writes it: "⌘K" or "Ctrl K". */
  shortcut: string;
}

/** Opens the palette by click or shortcut. The palette's code loads on hover, focus or opening. */
export function PaletteButton({ isAdmin, shortcut }: PaletteButtonProps) {
  const { opened, setOpened, typedAhead } = usePaletteKeys();
  return (
    <>
      <button
        type="button"
        aria-label="Find a store, a page or an action"
        aria-keyshortcuts="Meta+K Control+K"
        aria-haspopup="dialog"
        className="inline-flex size-8 items-center justify-center gap-2 rounded-md text-[0.8125rem] text-ink-muted transition-colors duration-150 hover:bg-hover hover:text-ink lg:w-52 lg:justify-start lg:border lg:border-line lg:bg-surface lg:px-2.5 lg:shadow-control"
        onPointerEnter={Palette.preload}
        onFocus={Palette.preload}
        onClick={() => setOpened(true)}
      >
        <Search aria-hidden="true" className="size-4 shrink-0" />
        {/* A button's visible text has to be part of its accessible name. The shortcut is not, so CSS draws it. */}
        <span
          aria-hidden="true"
          data-shortcut={shortcut}
          className="hidden flex-1 items-center justify-between after:rounded-sm after:border after:border-line after:bg-hover after:px-1.5 after:text-[0.6875rem] after:leading-[1.125rem] after:content-[attr(data-shortcut)] lg:flex"
        >
          Find…
        </span>
      </button>
      {opened ? <Palette isAdmin={isAdmin} typedAhead={typedAhead} onClose={() => setOpened(false)} /> : null}
    </>
  );
}
