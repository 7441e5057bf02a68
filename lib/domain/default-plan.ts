/** Id of the default plan. */
export const defaultPlan = "standard";
