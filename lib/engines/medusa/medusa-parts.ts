import type { StoreParts } from "@/lib/domain/store-part";

/** The workloads of charts/medusa. */
export const medusaParts: StoreParts = [
  {
    name: "shop",
    workload: "Deployment",
    readiness: "rollout",
    title: "Shop",
    phrase: "the shop",
    // Its other container is the storefront.
    container: "server",
    claims: ["shop"],
    deletable: "unused images and files",
  },
  {
    name: "database",
    workload: "StatefulSet",
    readiness: "rollout",
    title: "Database",
    phrase: "the database",
    container: "database",
    claims: ["database"],
    deletable: "old orders, drafts and logs",
  },
];
