/** Id of the plan that a store gets where nobody chooses one. */
export const defaultPlan = "standard";
