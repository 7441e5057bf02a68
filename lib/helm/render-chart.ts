import { join } from "node:path";
import { buildManifest } from "./build-manifest";
import { fingerprintChart } from "./fingerprint-chart";
import type { Helm, Manifest, RenderInput } from "./helm";
import { runHelm } from "./run-helm";

const keptManifests = 64;

/**
 * The Helm port over the real `helm template`. A chart with equal values is rendered once (50 ms of CPU), so a chart must not
 * depend on the time or on random values: create secrets elsewhere.
 */
export function createHelm(options: { binary: string }): Helm {
  const manifests = new Map<string, Promise<Manifest>>();
  return {
    async render(input) {
      const key = JSON.stringify([input, await fingerprintChart(input.chart)]);
      const known = manifests.get(key);
      manifests.delete(key);
      const manifest = known ?? renderChart(options.binary, input);
      manifests.set(key, manifest);
      const [oldest] = manifests.keys();
      if (oldest !== undefined && manifests.size > keptManifests) manifests.delete(oldest);
      manifest.catch(() => manifests.get(key) === manifest && manifests.delete(key));
      return manifest;
    },
  };
}

async function renderChart(binary: string, input: RenderInput): Promise<Manifest> {
  const files = [...input.valuesFiles.map((file) => join(input.chart, file)), "-"];
  const args = ["template", "--namespace", input.namespace, "--skip-tests"];
  for (const file of files) args.push("--values", file);
  if (input.kubeVersion) args.push("--kube-version", input.kubeVersion);
  args.push("--", input.release, input.chart);
  const text = `${(await runHelm(binary, args, valuesYaml(input.values))).trim()}\n`;
  return buildManifest(text, { name: input.release, namespace: input.namespace });
}

/** JSON is valid YAML without ambiguous scalars (`yes`, `1e3`), once the characters are escaped that YAML folds or refuses. */
function valuesYaml(values: Record<string, unknown>): string {
  return JSON.stringify(values).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
