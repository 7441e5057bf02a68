import type { EngineIcon } from "@/lib/engines/engine-icon";

/** An entry of the palette: a page to open or an action to run. */
export interface Command {
  id: string;
  group: string;
  label: string;
  /** More words that find it. */
  keywords?: string;
  /** Shown beside the label, e.g. the state of a store. */
  note?: string;
  Icon: EngineIcon;
  /** The page that it opens… */
  href?: string;
  /** …or what it does. */
  run?: () => void;
}
