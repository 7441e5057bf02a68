import type { Phase, StoreType } from "./store";

/** Which of the stores that somebody sees are asked for. */
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
