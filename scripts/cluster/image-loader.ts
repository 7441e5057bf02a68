import { runCommand } from "../shell/command";

type ImageLoader = (archive: string, ref: string) => Promise<void>;

/** How an image gets into a cluster that is on this machine, by the way its tool names the context. */
const loaders: { matches: RegExp; command: (archive: string, name: string) => [string, string[]] }[] = [
  {
    matches: /^kind-(.+)$/,
    command: (archive, name) => ["kind", ["load", "image-archive", archive, "--name", name]],
  },
  {
    matches: /^k3d-(.+)$/,
    command: (archive, name) => ["k3d", ["image", "import", archive, "--cluster", name]],
  },
  {
    matches: /^(minikube)$/,
    command: (archive, name) => ["minikube", ["image", "load", archive, "--profile", name]],
  },
  {
    matches: /^(docker-desktop|rancher-desktop|orbstack)$/,
    command: (archive) => ["docker", ["load", "--input", archive]],
  },
  { matches: /^(default)$/, command: (archive) => ["k3s", ["ctr", "images", "import", archive]] },
];

/** Loads images with the tool of the cluster; rejects with the way out where the cluster is another's. */
export function imageLoaderFor(context: string): ImageLoader {
  return async (archive, ref) => {
    const found = loaders.find(({ matches }) => matches.test(context));
    const name = found?.matches.exec(context)?.[1] ?? "";
    if (!found) {
      throw new Error(
        `The image ${ref} can't be put into the cluster of ${context}: images can be loaded into kind, k3d, minikube, k3s, Docker Desktop, Rancher Desktop and OrbStack on this machine. CLUSTER=local takes the local cluster instead.`,
      );
    }
    const [file, args] = found.command(archive, name);
    await runCommand(file, args);
  };
}
