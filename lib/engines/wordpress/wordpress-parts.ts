import type { StorePart, StoreParts } from "@/lib/domain/store-part";

/**
 * The workloads of charts/store. `site` is the name of the part that visitors see, and `deletableRows` what an owner can
 * delete when the database's volume is full.
 */
export const wordpressParts = (
  site: Pick<StorePart, "title" | "phrase">,
  deletableRows: string,
): StoreParts => [
  {
    name: "shop",
    workload: "Deployment",
    readiness: "rollout",
    ...site,
    container: "shop",
    claims: ["shop"],
    reportsLoad: true,
    deletable: "unused uploads and plugins",
  },
  {
    name: "database",
    workload: "StatefulSet",
    readiness: "rollout",
    title: "Database",
    phrase: "the database",
    container: "database",
    claims: ["database"],
    deletable: deletableRows,
  },
  {
    name: "cron",
    workload: "CronJob",
    readiness: "not_required",
    title: "Background job",
    phrase: "the background job",
    container: "cron",
    claims: [],
  },
];
