import { z } from "zod";
import { defaultPlan } from "./default-plan";

/** How much one store may take; it becomes the namespace's ResourceQuota and LimitRange. */
export interface Plan {
  /** A DNS label such as `standard`; never changes. */
  id: string;
  name: string;
  /** Stores of this plan that one account may own. */
  storesPerUser: number;
  pods: number;
  /** What its containers may use together at most, in thousandths of a core. */
  cpuMillis: number;
  /** Likewise, in MiB. */
  memoryMib: number;
  /** All its volumes together, in MiB. */
  storageMib: number;
  /** The largest single volume, in MiB. */
  volumeMib: number;
}

/** How somebody names a plan; whether there is one of that name is for the database to say. */
export const planId = z
  .string({ error: "Name the plan, such as standard." })
  .regex(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/, { error: "There is no plan of this name." });

/** What an installation begins with; from then on an admin's word counts. */
export const firstPlans: Plan[] = [
  {
    id: "small",
    name: "Small",
    storesPerUser: 5,
    pods: 8,
    cpuMillis: 4_000,
    memoryMib: 3_072,
    storageMib: 5 * 1_024,
    volumeMib: 2 * 1_024,
  },
  {
    id: defaultPlan,
    name: "Standard",
    storesPerUser: 5,
    pods: 10,
    cpuMillis: 4_000,
    memoryMib: 4_096,
    storageMib: 10 * 1_024,
    volumeMib: 5 * 1_024,
  },
  {
    id: "large",
    name: "Large",
    storesPerUser: 2,
    pods: 20,
    cpuMillis: 8_000,
    memoryMib: 8_192,
    storageMib: 50 * 1_024,
    volumeMib: 20 * 1_024,
  },
];

const whole = (what: string) =>
  z
    .number({ error: `${what} is a number.` })
    .int({ error: `${what} is a whole number.` })
    .max(1_000_000_000, { error: `${what} is too large.` });

const bound = (what: string) =>
  whole(what).min(1, { error: `${what} is at least 1: a store can't run on nothing.` });

/** What an admin may change of a plan: at least one of it. What a store needs at least is held against it where that is known. */
export const planChange = z
  .strictObject({
    name: z
      .string()
      .trim()
      .min(1, { error: "Give the plan a name." })
      .max(40, { error: "The name may have 40 characters at most." })
      .regex(/^\P{Cc}*$/u, { error: "The name may not contain control characters." }),
    storesPerUser: whole("The number of stores").min(0, { error: "The number of stores is 0 or more." }),
    pods: bound("The number of pods"),
    cpuMillis: bound("The CPU"),
    memoryMib: bound("The memory"),
    storageMib: bound("The storage"),
    volumeMib: bound("The largest volume"),
  })
  .partial()
  .refine((change) => Object.keys(change).length > 0, { error: "Say what to change." });

export type PlanChange = z.infer<typeof planChange>;
