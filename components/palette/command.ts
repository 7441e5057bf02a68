import type { EngineIcon } from "@/lib/engines/engine-icon";

/** One thing that the palette can do. */
export interface Command {
  id: string;
  group: string;
  label: string;
  /** Other words that lead to it. */
  keywords?: string;
  /** Said beside the label, e.g. the state of a store. */
  note?: string;
  Icon: EngineIcon;
  /** A page to go to… */
  href?: string;
  /** …or something to do. */
  run?: () => void;
}
