import type { KubeObject } from "@/lib/kube/kube-object";

export interface RenderInput {
  /** Directory of the chart. */
  chart: string;
  /** Values files inside the chart directory, e.g. `values-local.yaml`, weakest first. */
  valuesFiles: string[];
  release: string;
  namespace: string;
  values: Record<string, unknown>;
  /** Lets the chart choose API versions; e.g. `v1.37.2`. */
  kubeVersion?: string;
}

export interface Manifest {
  /** The rendered YAML, as a release record keeps it. */
  text: string;
  /** The objects as they are to be applied (frozen, with Helm's ownership marks), in the order in which to do it. */
  objects: KubeObject[];
  /** 160 bits of sha256 over the text, in hex: two equal digests are the same release. */
  digest: string;
}

/** The port to Helm's renderer; the tests fake it. */
export interface Helm {
  /** Throws AppError `invalid` with Helm's own sentence where chart or values are wrong. */
  render(input: RenderInput): Promise<Manifest>;
}
