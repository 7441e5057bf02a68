/** Names that would mislead users (an address such as store-admin…) or that the cluster uses itself. */
const reservedNames = new Set([
  "admin",
  "api",
  "app",
  "auth",
  "cluster",
  "dashboard",
  "default",
  "docs",
  "help",
  "ingress",
  "kube-node-lease",
  "kube-public",
  "kube-system",
  "localhost",
  "login",
  "mail",
  "metrics",
  "new",
  "root",
  "static",
  "status",
  "storeyard",
  "support",
  "system",
  "www",
]);

export const longestStoreName = 40;
export const storeNamePattern = /^[a-z]([a-z0-9-]*[a-z0-9])?$/;

/**
 * Why a store cannot have this name, as a sentence; null if it can. Plain code, because browsers run it on each key
 * press and the API's parser would be a sixth of the page's scripts.
 */
export function whyNotStoreName(name: string): string | null {
  if (name === "") return "Give the store a name.";
  if (name.length > longestStoreName) return `The name may have at most ${longestStoreName} characters.`;
  if (!storeNamePattern.test(name)) {
    return "Use lower-case letters, digits and hyphens. Start with a letter and end with a letter or digit.";
  }
  if (reservedNames.has(name) || name.startsWith("kube-"))
    return "This name is reserved. Choose another one.";
  return null;
}
