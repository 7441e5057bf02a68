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

export const defaultPlan = "standard";

/** What an installation begins with; from then on an admin's word counts. */
export const firstPlans: Plan[] = [
  {
    id: "small",
    name: "Small",
    storesPerUser: 5,
    pods: 8,
    cpuMillis: 3_000,
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
