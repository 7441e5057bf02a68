import { z } from "zod";
import { longestStoreName, storeNamePattern, whyNotStoreName } from "./why-not-store-name";

/**
 * A store's name. It is part of the store's address, namespace and Helm release, so it is a DNS label that starts with
 * a letter (RFC 1035), short enough for the names that Kubernetes derives from it.
 */
export const storeName = z
  .string({ error: "Give the store a name." })
  .refine((name) => whyNotStoreName(name) === null, {
    error: ({ input }) => whyNotStoreName(input as string) ?? undefined,
  })
  .meta({ minLength: 1, maxLength: longestStoreName, pattern: storeNamePattern.source });
