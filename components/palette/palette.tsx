"use client";

import { Command as Cmdk } from "cmdk";
import { Search } from "lucide-react";
import type { Route } from "next";
import { usePathname, useRouter } from "next/navigation";
import { Dialog as Primitive } from "radix-ui";
import { type RefObject, useEffect, useRef, useState } from "react";
import type { StoreResource } from "@/lib/http/resources/store-resource";
import { stateLabel } from "../stores/phase-badge";
import { iconOfType } from "../stores/store-icon";
import { findOpener, restoreFocus } from "../ui/opener";
import { changeTheme } from "./change-theme";
import type { Command } from "./command";
import { listCommands } from "./list-commands";
import { matchCommand } from "./match-command";
import { PaletteItem } from "./palette-item";
import { useFoundStores } from "./use-found-stores";

interface PaletteProps {
  isAdmin: boolean;
  /** The text that was typed while this code was still loading. */
  typedAhead: RefObject<string>;
  onClose: () => void;
}

/** Finds stores, pages and actions: cmdk ranks them and handles the keyboard, Radix's dialog holds the focus. */
export function Palette({ isAdmin, typedAhead, onClose }: PaletteProps) {
  const router = useRouter();
  const path = usePathname();
  const [opener] = useState(findOpener);
  const [typed, setTyped] = useState("");
  const [selected, setSelected] = useState("");
  const list = useRef<HTMLDivElement>(null);
  const { stores, pending } = useFoundStores(typed.trim());
  const openStore = /^\/stores\/([^/]+)/.exec(path)?.[1];
  const commands = [
    ...stores.map(toCommand),
    ...listCommands({
      isAdmin,
      store: openStore === undefined || openStore === "new" ? null : openStore,
      onTheme: changeTheme,
    }),
  ];

  // cmdk keeps its selection when items are added: select the best match again once the stores have arrived.
  useEffect(() => {
    if (stores.length === 0) return;
    const frame = requestAnimationFrame(() => {
      const first = list.current?.querySelector("[cmdk-item]")?.getAttribute("data-value");
      if (first) setSelected(first);
    });
    return () => cancelAnimationFrame(frame);
  }, [stores]);

  function choose(command: Command) {
    onClose();
    if (command.href) router.push(command.href as Route);
    command.run?.();
  }

  return (
    <Primitive.Root open onOpenChange={(open) => !open && onClose()}>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-50 grid animate-fade place-items-start justify-center overflow-y-auto bg-scrim p-3 backdrop-blur-[2px] sm:pt-[12vh]">
          <Primitive.Content
            aria-describedby={undefined}
            className="w-[min(36rem,calc(100vw-1.5rem))] animate-rise overflow-hidden rounded-xl border border-line bg-raised shadow-float focus:outline-none"
            onOpenAutoFocus={() => setTyped(typedAhead.current)}
            onCloseAutoFocus={(event) => {
              event.preventDefault();
              restoreFocus(opener);
            }}
          >
            <Primitive.Title className="sr-only">Command palette</Primitive.Title>
            <Cmdk
              label="Stores, pages and actions"
              loop
              vimBindings={false}
              filter={matchCommand}
              value={selected}
              onValueChange={setSelected}
            >
              <div className="flex items-center gap-3 border-line border-b px-4">
                <Search aria-hidden="true" className="size-4 shrink-0 text-ink-subtle" />
                <Cmdk.Input
                  placeholder="Find a store, a page or an action"
                  value={typed}
                  maxLength={100}
                  autoCapitalize="none"
                  className="h-13 min-w-0 flex-1 bg-transparent text-base outline-none placeholder:text-ink-subtle"
                  onValueChange={setTyped}
                />
                <kbd className="hidden rounded-sm border border-line bg-hover px-1.5 font-sans text-[0.6875rem] text-ink-muted leading-5 sm:block">
                  Esc
                </kbd>
              </div>
              <Cmdk.List
                ref={list}
                label="Results"
                className="max-h-[min(26rem,60dvh)] overflow-y-auto p-1.5"
              >
                {[...Map.groupBy(commands, ({ group }) => group)].map(([group, members]) => (
                  <Cmdk.Group
                    key={group}
                    heading={group}
                    className="**:[[cmdk-group-heading]]:px-2.5 **:[[cmdk-group-heading]]:pt-2 **:[[cmdk-group-heading]]:pb-1 **:[[cmdk-group-heading]]:text-ink-subtle **:[[cmdk-group-heading]]:text-xs"
                  >
                    {members.map((command) => (
                      <PaletteItem key={command.id} command={command} onChoose={() => choose(command)} />
                    ))}
                  </Cmdk.Group>
                ))}
                <Cmdk.Empty className="px-3 py-10 text-center text-ink-muted text-sm">
                  {pending ? "Searching…" : "No results"}
                </Cmdk.Empty>
              </Cmdk.List>
            </Cmdk>
          </Primitive.Content>
        </Primitive.Overlay>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

function toCommand(store: StoreResource): Command {
  return {
    id: store.id,
    group: "Stores",
    label: store.config.title,
    note: `${store.name} · ${stateLabel(store)}`,
    keywords: store.name,
    Icon: iconOfType(store.type),
    href: `/stores/${store.name}`,
  };
}
