/** Allowed length of a new password, in characters. */
export const shortestPassword = 10;
export const longestPassword = 256;
