import { localClusterStatus, stopLocalCluster } from "@/cluster/local-cluster";
import { type Prepared, prepare } from "../app/prepare";
import { whyNotKind } from "../cluster/kind-cluster";
import { ensureChromium } from "./ensure-chromium";
import { check, oneFailed, type Tally, untilStalled } from "./stage";
import { writeInstallation } from "./write-installation";

type ClusterStage = (env: Record<string, string>) => Promise<Tally>;

/**
 * Starts the cluster and builds the images while the app is built, then runs the stages that need both. Stops the
 * local cluster afterwards, unless it was running before.
 */
export async function onCluster(built: Promise<Tally[]>, stages: ClusterStage[]): Promise<Tally[]> {
  // Tests break things on purpose: they use kubectl's current cluster only when CLUSTER=existing asks for it.
  process.env.CLUSTER ||= (await whyNotKind()) === null ? "kind" : "local";
  const ranBefore = localClusterStatus().running;
  let prepared: Prepared | undefined;
  const [before, cluster, browser] = await Promise.all([
    built,
    check("Cluster and images", async () => {
      prepared = await untilStalled(20, "Bringing up the cluster", prepare());
    }),
    check("Chromium", ensureChromium),
  ]);
  const tallies = [...before, cluster, browser];
  try {
    const buildFailed = (before.at(-1)?.failed ?? 0) > 0;
    // A stage that can't run counts as failed.
    if (prepared === undefined || buildFailed) return [...tallies, ...stages.map(() => oneFailed)];
    const env = writeInstallation(prepared);
    for (const stage of stages) tallies.push(await stage(env));
    return tallies;
  } finally {
    if (!ranBefore) await check("Stop the cluster", stopLocalCluster);
  }
}
