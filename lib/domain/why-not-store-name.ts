/** Names that would mislead (an address such as store-admin…) or that the cluster uses for itself. */
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
 * What keeps a store from having this name, as a sentence; null where nothing does. Plain, since a browser asks it at
 * each letter: the library that the API's input is parsed with would be a sixth of the page's scripts.
 */
export function whyNotStoreName(name: string): string | null {
  if (name === "") return "Give the store a name.";
  if (name.length > longestStoreName) return `The name may have ${longestStoreName} characters at most.`;
  if (!storeNamePattern.test(name)) {
    return "Use lower-case letters, digits and hyphens; start with a letter, end with a letter or digit.";
  }
  if (reservedNames.has(name) || name.startsWith("kube-"))
    return "This name is reserved. Choose another one.";
  return null;
}
