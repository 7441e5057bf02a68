import { execa } from "execa";
import { stringify } from "yaml";
import { projectRoot } from "../shell/state";

/** Installs the same chart with `helm upgrade --install --wait`, for comparison. */
export class HelmBaseline {
  private readonly env: Record<string, string>;
  private readonly chart: string;

  constructor(env: Record<string, string>, chart: string) {
    this.env = env;
    this.chart = chart;
  }

  /** Installs a release. Returns the seconds until helm reports it ready. */
  async install(name: string, values: object): Promise<number> {
    const files = (this.env.CHART_VALUES ?? "").split(",").flatMap((file) => ["-f", `${this.chart}/${file}`]);
    const context = ["--kube-context", this.env.KUBE_CONTEXT ?? ""];
    const wait = ["--create-namespace", "--wait", "--timeout", "5m"];
    const begun = performance.now();
    await this.run(
      this.env.HELM ?? "helm",
      [
        "upgrade",
        "--install",
        name,
        this.chart,
        "-n",
        `store-${name}`,
        ...context,
        ...files,
        "-f",
        "-",
        ...wait,
      ],
      stringify(values),
    );
    return (performance.now() - begun) / 1000;
  }

  /** Removes the release's namespace. Returns the seconds until it is gone. */
  async remove(name: string): Promise<number> {
    const begun = performance.now();
    const context = ["--context", this.env.KUBE_CONTEXT ?? ""];
    const what = ["delete", "namespace", `store-${name}`, "--ignore-not-found", "--wait", "--timeout=120s"];
    await this.run(this.env.KUBECTL ?? "kubectl", [...context, ...what]);
    return (performance.now() - begun) / 1000;
  }

  private async run(file: string, args: string[], input = ""): Promise<void> {
    await execa(file, args, { cwd: projectRoot, env: { KUBECONFIG: this.env.KUBECONFIG }, input });
  }
}
