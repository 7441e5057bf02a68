import { isStoreNamespace } from "@/lib/domain/store";
import type { Kube } from "@/lib/kube/kube";
import { storeLabel } from "@/lib/kube/watch/watched-kinds";
import { type PodSamples, parseNodeStats } from "./parse-node-stats";
import { parsePodMetrics } from "./parse-pod-metrics";
import { type Answer, SharedAnswer } from "./shared-answer";

/** The measurements of pods. */
export interface Measured {
  /** By node: CPU, memory and volumes of its pods. */
  nodes: Map<string, Answer<PodSamples>>;
  /** CPU and memory of all stores' pods; null where every node answered, so that it was not requested. */
  metrics: Answer<PodSamples> | null;
}

/**
 * Reads the measurements of pods: from the kubelet of each node, which measures volumes too, and from the cluster's metrics
 * API where a kubelet does not answer. Both answer for all stores at once, so many readers cost as much as one.
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

  /** Never rejects; resolves within seconds even if the cluster hangs. */
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

  /** Nodes come and go: answers of a node that is no longer requested are dropped. */
  private forgetOthers(asked: string[]): void {
    for (const [name, shared] of this.nodes) {
      if (!asked.includes(name) && shared.isStale()) this.nodes.delete(name);
    }
  }
}
