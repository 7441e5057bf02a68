import { runCommand } from "../shell/command";

type ImageLoader = (archive: string, ref: string) => Promise<void>;

/** The commands that load an image into a cluster on this machine, by the name of kubectl's context. */
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

/** Returns a loader that uses the cluster's own tool. It throws with advice when no tool is known for the context. */
export function imageLoaderFor(context: string): ImageLoader {
  return async (archive, ref) => {
    const found = loaders.find(({ matches }) => matches.test(context));
    const name = found?.matches.exec(context)?.[1] ?? "";
    if (!found) {
      throw new Error(
        `The image ${ref} can't be loaded into the cluster of ${context}. Storeyard can load images into kind, k3d, minikube, k3s, Docker Desktop, Rancher Desktop and OrbStack on this machine. Set CLUSTER=local to use the local cluster instead.`,
      );
    }
    const [file, args] = found.command(archive, name);
    await runCommand(file, args);
  };
}
