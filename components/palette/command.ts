import type { LucideIcon } from "lucide-react";

/** One thing that the palette can do. */
export interface Command {
  id: string;
  group: string;
  label: string;
  /** Other words that lead to it. */
  keywords?: string;
  /** Said beside the label, e.g. the state of a store. */
  note?: string;
  Icon: LucideIcon;
  /** A page to go to… */
  href?: string;
  /** …or something to do. */
  run?: () => void;
}
