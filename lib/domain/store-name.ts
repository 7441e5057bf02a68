import { z } from "zod";

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

const longestName = 40;

/**
 * A store's name: part of its address, its namespace and its Helm release, so it is a DNS label that
 * starts with a letter (RFC 1035), short enough for what Kubernetes derives from it.
 */
export const storeName = z
  .string({ error: "Give the store a name." })
  .min(1, { error: "Give the store a name." })
  .max(longestName, { error: `The name may have ${longestName} characters at most.` })
  .regex(/^[a-z]([a-z0-9-]*[a-z0-9])?$/, {
    error: "Use lower-case letters, digits and hyphens; start with a letter, end with a letter or digit.",
  })
  .refine((name) => !reservedNames.has(name) && !name.startsWith("kube-"), {
    error: "This name is reserved. Choose another one.",
  });
