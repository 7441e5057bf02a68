/** What a shop's containers run: a reference for each role that its chart's values name, such as `wordpress`. */
export type Images = Record<string, string>;
