import { z } from "zod";
import { defaultPlan } from "./default-plan";

/** The limits of one store: the sizes of its containers, and the namespace's ResourceQuota and LimitRange. */
export interface Plan {
  /** A DNS label such as `standard`. It never changes. */
  id: string;
  name: string;
  /** Maximum number of stores of this plan per account. */
  storesPerUser: number;
  pods: number;
  /** CPU limit of all containers together, in thousandths of a core. */
  cpuMillis: number;
  /** Memory limit of all containers together, in MiB. */
  memoryMib: number;
  /** Size of all volumes together, in MiB. */
  storageMib: number;
  /** The largest single volume, in MiB. */
  volumeMib: number;
}

/** The part of a plan that the sizes of containers depend on. */
export type PlanResources = Pick<Plan, "cpuMillis" | "memoryMib">;

/** A plan's id in a request; the database knows whether the plan exists. */
export const planId = z
  .string({ error: "Name the plan, such as standard." })
  .regex(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/, { error: "There is no plan of this name." });

/** The initial plans of an installation. Admins edit them later. */
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
    .number({ error: `${what} must be a number.` })
    .int({ error: `${what} must be a whole number.` })
    .max(1_000_000_000, { error: `${what} is too large.` });

/** The smallest amount depends on the store types; the service names it in the unit of the form. */
const bound = (what: string) => whole(what).min(1, { error: `${what} must be greater than 0.` });

/** The changes that an admin may make to a plan, at least one. The service checks the minimum that stores need. */
export const planChange = z
  .strictObject({
    name: z
      .string()
      .trim()
      .min(1, { error: "Give the plan a name." })
      .max(40, { error: "The name may have at most 40 characters." })
      .regex(/^\P{Cc}*$/u, { error: "The name may not contain control characters." }),
    storesPerUser: whole("The number of stores").min(0, { error: "The number of stores must be 0 or more." }),
    pods: bound("The number of pods"),
    cpuMillis: bound("The CPU"),
    memoryMib: bound("The memory"),
    storageMib: bound("The storage"),
    volumeMib: bound("The largest volume"),
  })
  .partial()
  .refine((change) => Object.keys(change).length > 0, { error: "Name at least one field to change." });

export type PlanChange = z.infer<typeof planChange>;
