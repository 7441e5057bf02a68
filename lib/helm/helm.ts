import type { KubeObject } from "@/lib/kube/kube-object";

export interface RenderInput {
  /** Directory of the chart. */
  chart: string;
  /** Values files in the chart's directory, e.g. `values-local.yaml`; later ones override earlier ones. */
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
  /** The objects to apply, in order: frozen, with Helm's ownership labels and annotations. */
  objects: KubeObject[];
  /** 160 bits of sha256 over the text, in hex: equal digests mean the same release. */
  digest: string;
  /** The same over everything but quota and limits, which change no pod: a release with this digest needs no new verification. */
  workloadDigest: string;
}

/** The port to Helm's renderer; the tests fake it. */
export interface Helm {
  /** Throws AppError `invalid` with Helm's message where the chart or its values are wrong. */
  render(input: RenderInput): Promise<Manifest>;
}
