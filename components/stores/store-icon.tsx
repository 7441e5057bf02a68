import { Package } from "lucide-react";
import type { StoreType } from "@/lib/domain/store";
import { collectedIcons } from "@/lib/engines/collected-icons";
import type { EngineIcon } from "@/lib/engines/engine-icon";
import { cn } from "../ui/cn";

/** The icon of the store's engine, or a parcel for an unknown type. */
export function iconOfType(type: StoreType): EngineIcon {
  return collectedIcons[type] ?? Package;
}

export function StoreIcon({ type, className }: { type: StoreType; className?: string }) {
  const Icon = iconOfType(type);
  return (
    <span
      aria-hidden="true"
      className={cn(
        "grid size-10 shrink-0 place-items-center rounded-md border border-line bg-hover text-ink-muted [&_svg]:size-[1.125rem]",
        className,
      )}
    >
      <Icon />
    </span>
  );
}
