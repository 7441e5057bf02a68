import type { Phase, StoreType } from "./store";

/** Filter of a list of stores. */
export interface StoreFilter {
  phase?: Phase;
  type?: StoreType;
  plan?: string;
  /** The owner's e-mail address. */
  owner?: string;
  /** Part of the name or the title. */
  q?: string;
}

export const storeSorts = ["newest", "oldest", "name"] as const;
export type StoreSort = (typeof storeSorts)[number];
