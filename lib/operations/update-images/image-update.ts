import { z } from "zod";
import type { Cause } from "@/lib/domain/cause";
import type { Diagnosis } from "@/lib/domain/store-event";

const images = z.record(z.string(), z.string());
const software = z.array(z.object({ name: z.string(), version: z.string() }));
const offered = z.object({ images, versions: software });

/** The update of a store to other images: what its operation keeps on its row. */
export const imageUpdate = z.object({
  /** What the store ran before, and goes back to where it can. */
  from: offered,
  to: offered,
  /** Why the store goes back; null while the update goes on. */
  failure: z
    .object({
      /** Milliseconds since the epoch. */
      at: z.number(),
      // Written by this module alone.
      cause: z.custom<Cause>((value) => typeof value === "object" && value !== null),
      diagnosis: z.custom<Diagnosis>((value) => typeof value === "object" && value !== null),
    })
    .nullable(),
});

export type ImageUpdate = z.output<typeof imageUpdate>;

/** The images that the store is leaving, on its way to others or back: pods of them are being replaced. */
export function listOutgoing({ from, to, failure }: ImageUpdate): string[] {
  const [before, after] = failure ? [to, from] : [from, to];
  const wanted = Object.values(after.images);
  return Object.values(before.images).filter((image) => !wanted.includes(image));
}
