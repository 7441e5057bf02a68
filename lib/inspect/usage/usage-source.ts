import { isStoreNamespace } from "@/lib/domain/store";
import type { Kube } from "@/lib/kube/kube";
import { storeLabel } from "@/lib/kube/watch/watched-kinds";
import { type PodSamples, parseNodeStats } from "./parse-node-stats";
import { parsePodMetrics } from "./parse-pod-metrics";
import { type Answer, SharedAnswer } from "./shared-answer";

/** What those who measure pods said. */
export interface Measured {
  /** By machine: CPU, memory and volumes of what runs on it. */
  nodes: Map<string, Answer<PodSamples>>;
  /** CPU and memory of all stores' pods; null where the machines told all and it was not asked. */
  metrics: Answer<PodSamples> | null;
}

/**
 * Asks who measures pods: each machine's kubelet, which knows about volumes too, and for what a kubelet doesn't tell the
 * cluster's metrics API. Both answer for all stores at once, so that many readers cost no more requests than one.
 */
export class UsageSource {
  private readonly nodes = new Map<string, SharedAnswer<PodSamples>>();
  private readonly metrics: SharedAnswer<PodSamples>;

  constructor(
    private readonly kube: Kube,
    private readonly now: () => number = Date.now,
  ) {
    this.metrics = new SharedAnswer(
      async () =>
        parsePodMetrics(
          await kube.list("metrics.k8s.io/v1beta1", "PodMetrics", { labelSelector: storeLabel }),
        ),
      now,
    );
  }

  /** Never rejects, and answers within seconds whatever hangs. */
  async read(nodes: Iterable<string>): Promise<Measured> {
    const names = [...new Set(nodes)];
    this.forgetOthers(names);
    const answers = await Promise.all(
      names.map(async (name) => [name, await this.node(name).get()] as const),
    );
    const told = answers.every(([, { is }]) => is === "read");
    return { nodes: new Map(answers), metrics: told ? null : await this.metrics.get() };
  }

  private node(name: string): SharedAnswer<PodSamples> {
    let shared = this.nodes.get(name);
    if (!shared) {
      shared = new SharedAnswer(
        async () => parseNodeStats(await this.kube.nodeStats(name), isStoreNamespace),
        this.now,
      );
      this.nodes.set(name, shared);
    }
    return shared;
  }

  /** Machines come and go: what was read of one that nobody asks about is not kept. */
  private forgetOthers(asked: string[]): void {
    for (const [name, shared] of this.nodes) {
      if (!asked.includes(name) && shared.isStale()) this.nodes.delete(name);
    }
  }
}
