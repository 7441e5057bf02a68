import { Globe, ShoppingBag, Store } from "lucide-react";
import type { StoreType } from "@/lib/domain/store";
import { cn } from "../ui/cn";

const icons = { woocommerce: ShoppingBag, medusa: Store, wordpress: Globe } satisfies Record<
  StoreType,
  typeof Globe
>;

export function iconOfType(type: StoreType): typeof Globe {
  return icons[type];
}

export function StoreIcon({ type, className }: { type: StoreType; className?: string }) {
  const Icon = icons[type];
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
