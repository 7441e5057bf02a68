import { Command as Cmdk } from "cmdk";
import { CornerDownLeft } from "lucide-react";
import type { Command } from "./command";

/** One command in the palette's list, searchable by its label and keywords. */
export function PaletteItem({ command, onChoose }: { command: Command; onChoose: () => void }) {
  return (
    <Cmdk.Item
      value={command.id}
      keywords={[command.label, command.keywords ?? ""]}
      className="group flex min-h-10 cursor-pointer select-none items-center gap-3 rounded-md px-2.5 text-sm aria-selected:bg-hover"
      onSelect={onChoose}
    >
      <command.Icon aria-hidden="true" className="size-4 shrink-0 text-ink-subtle" />
      <span className="min-w-0 flex-1 truncate">{command.label}</span>
      {command.note ? (
        <span className="max-w-40 shrink-0 truncate text-ink-subtle text-xs">{command.note}</span>
      ) : null}
      <CornerDownLeft
        aria-hidden="true"
        className="invisible size-3.5 shrink-0 text-ink-subtle group-aria-selected:visible"
      />
    </Cmdk.Item>
  );
}
