/** How long a password may be that is being chosen, in characters. */
export const shortestPassword = 10;
export const longestPassword = 256;
