"use client";

import { CornerDownLeft, Search } from "lucide-react";
import type { Route } from "next";
import { usePathname, useRouter } from "next/navigation";
import { Dialog as Primitive } from "radix-ui";
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";
import { toast } from "sonner";
import type { StoreResource } from "@/lib/http/resources/store-resource";
import { appliedTheme, applyTheme } from "../frame/apply-theme";
import type { Theme } from "../frame/theme";
import { phaseLabel } from "../stores/phase-badge";
import { iconOfType } from "../stores/store-icon";
import { cn } from "../ui/cn";
import { findOpener, giveFocusBack } from "../ui/opener";
import type { Command } from "./command";
import { listCommands } from "./list-commands";
import { rank } from "./rank";
import { useFoundStores } from "./use-found-stores";

interface PaletteProps {
  isAdmin: boolean;
  /** What was typed before it was there. */
  ahead: RefObject<string>;
  onClose: () => void;
}

/** Everything is a few letters away. */
export function Palette({ isAdmin, ahead, onClose }: PaletteProps) {
  const router = useRouter();
  const here = usePathname();
  const [opener] = useState(findOpener);
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const { stores, pending } = useFoundStores(typed.trim());
  const store = /^\/stores\/([^/]+)/.exec(here)?.[1];
  const known = listCommands({
    isAdmin,
    store: store === undefined || store === "new" ? null : store,
    onTheme: changeTheme,
  });
  const commands = [...stores.map(toCommand), ...fitting(known, typed)];
  const current = commands[Math.min(at, commands.length - 1)];

  useEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  });

  function choose(command: Command) {
    onClose();
    if (command.href) router.push(command.href as Route);
    command.run?.();
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && commands.length > 0) {
      event.preventDefault();
      setAt((Math.min(at, commands.length - 1) + step + commands.length) % commands.length);
    } else if (event.key === "Enter" && current) {
      event.preventDefault();
      choose(current);
    }
  }

  return (
    <Primitive.Root open onOpenChange={(open) => !open && onClose()}>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-50 grid animate-fade place-items-start justify-center overflow-y-auto bg-scrim p-3 backdrop-blur-[2px] sm:pt-[12vh]">
          <Primitive.Content
            aria-describedby={undefined}
            className="w-[min(36rem,calc(100vw-1.5rem))] animate-rise overflow-hidden rounded-xl border border-line bg-raised shadow-float focus:outline-none"
            onOpenAutoFocus={() => setTyped(ahead.current)}
            onCloseAutoFocus={(event) => {
              event.preventDefault();
              giveFocusBack(opener);
            }}
          >
            <Primitive.Title className="sr-only">Go to, or do</Primitive.Title>
            <div className="flex items-center gap-3 border-line border-b px-4">
              <Search aria-hidden="true" className="size-4 shrink-0 text-ink-subtle" />
              <input
                role="combobox"
                aria-label="Stores, pages and actions"
                aria-expanded="true"
                aria-controls="palette-list"
                aria-activedescendant={current ? `palette-${current.id}` : undefined}
                placeholder="Find a store, a page, an action"
                value={typed}
                maxLength={100}
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                className="h-13 min-w-0 flex-1 bg-transparent text-base outline-none placeholder:text-ink-subtle"
                onChange={(event) => {
                  setTyped(event.target.value);
                  setAt(0);
                }}
                onKeyDown={onKeyDown}
              />
              <kbd className="hidden rounded-sm border border-line bg-hover px-1.5 font-sans text-[0.6875rem] text-ink-muted leading-5 sm:block">
                Esc
              </kbd>
            </div>
            <div
              ref={list}
              id="palette-list"
              role="listbox"
              aria-label="What fits"
              className="max-h-[min(26rem,60dvh)] overflow-y-auto p-1.5"
            >
              {groupsOf(commands).map(([group, members]) => (
                // biome-ignore lint/a11y/useSemanticElements: options are grouped within a listbox, not fields of a form.
                <div key={group} role="group" aria-label={group}>
                  <p aria-hidden="true" className="px-2.5 pt-2 pb-1 text-ink-subtle text-xs">
                    {group}
                  </p>
                  {members.map((command) => (
                    <Option
                      key={command.id}
                      command={command}
                      selected={command === current}
                      onPoint={() => setAt(commands.indexOf(command))}
                      onChoose={() => choose(command)}
                    />
                  ))}
                </div>
              ))}
              {commands.length === 0 ? (
                <p className="px-3 py-10 text-center text-ink-muted text-sm">
                  {pending ? "Looking…" : "Nothing here is called that."}
                </p>
              ) : null}
            </div>
          </Primitive.Content>
        </Primitive.Overlay>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

interface OptionProps {
  command: Command;
  selected: boolean;
  onPoint: () => void;
  onChoose: () => void;
}

/** The input keeps the focus and says which one is meant; the pointer may choose too. */
function Option({ command, selected, onPoint, onChoose }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: the combobox has the focus and the keys.
    <div
      id={`palette-${command.id}`}
      role="option"
      aria-selected={selected}
      className="flex min-h-10 cursor-pointer select-none items-center gap-3 rounded-md px-2.5 text-sm aria-selected:bg-hover"
      onPointerMove={onPoint}
      onClick={onChoose}
    >
      <command.Icon aria-hidden="true" className="size-4 shrink-0 text-ink-subtle" />
      <span className="min-w-0 flex-1 truncate">{command.label}</span>
      {command.note ? (
        <span className="max-w-40 shrink-0 truncate text-ink-subtle text-xs">{command.note}</span>
      ) : null}
      <CornerDownLeft
        aria-hidden="true"
        className={cn("size-3.5 shrink-0 text-ink-subtle", !selected && "invisible")}
      />
    </div>
  );
}

function toCommand(store: StoreResource): Command {
  return {
    id: store.id,
    group: "Stores",
    label: store.config.title,
    note: `${store.name} · ${phaseLabel(store.phase)}`,
    Icon: iconOfType(store.type),
    href: `/stores/${store.name}`,
  };
}

/** The commands that fit what was typed, the best first; all of them, in their order, while nothing was. */
function fitting(commands: Command[], typed: string): Command[] {
  if (typed.trim() === "") return commands;
  return commands
    .flatMap((command) => {
      const score = rank(`${command.label} ${command.group} ${command.keywords ?? ""}`, typed);
      return score === null ? [] : { command, score };
    })
    .sort((a, b) => a.score - b.score)
    .map(({ command }) => command);
}

function groupsOf(commands: Command[]): [string, Command[]][] {
  return [...Map.groupBy(commands, ({ group }) => group)];
}

/** Changed at a keystroke, so it can be taken back at one. */
function changeTheme(theme: Theme): void {
  const previous = appliedTheme();
  if (theme === previous) return;
  applyTheme(theme);
  const names = { light: "Light", dark: "Dark", system: "Colours as the system has them" };
  toast(`${names[theme]} from now on`, { action: { label: "Undo", onClick: () => applyTheme(previous) } });
}
