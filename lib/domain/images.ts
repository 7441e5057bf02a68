/** Image references of a shop's containers, by the role that the chart's values name, such as `wordpress`. */
export type Images = Record<string, string>;
