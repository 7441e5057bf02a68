import { execa } from "execa";
import { runCommand } from "../shell/command";
import { buildahBuilder } from "./buildah";
import { type Builder, buildArguments } from "./builder";

const hubBase = "docker.io/library/debian:trixie-slim";

/** Returns docker, else podman, else buildah with a Debian that is bootstrapped from Debian's packages. */
export async function chooseBuilder(): Promise<Builder> {
  if (await answers("docker", ["info", "--format", "{{.ServerVersion}}"])) return commandBuilder("docker");
  if (await answers("podman", ["info", "--format", "{{.Version.Version}}"])) return commandBuilder("podman");
  return buildahBuilder();
}

async function answers(file: string, args: string[]): Promise<boolean> {
  const { failed, stdout } = await execa(file, args, { timeout: 20_000, reject: false });
  return !failed && stdout !== "";
}

function commandBuilder(program: "docker" | "podman"): Builder {
  return {
    baseIdentity: hubBase,
    ensureBase: async () => hubBase,
    build: (request) =>
      runCommand(program, ["build", ...buildArguments(request)], { logFile: request.logFile }),
    save: (ref, file, logFile) =>
      runCommand(
        program,
        ["save", ...(program === "podman" ? ["--format", "docker-archive"] : []), "--output", file, ref],
        { logFile },
      ),
    remove: async (refs) => void (await execa(program, ["rmi", ...refs], { reject: false })),
  };
}
