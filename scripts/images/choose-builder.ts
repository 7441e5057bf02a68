import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { runCommand } from "../shell/command";
import { buildahBuilder } from "./buildah";
import { type Builder, buildArguments } from "./builder";

const run = promisify(execFile);

const hubBase = "docker.io/library/debian:trixie-slim";

/** Docker, else podman, else buildah on a Debian that is bootstrapped from Debian's packages. */
export async function chooseBuilder(): Promise<Builder> {
  if (await answers("docker", ["info", "--format", "{{.ServerVersion}}"])) return commandBuilder("docker");
  if (await answers("podman", ["info", "--format", "{{.Version.Version}}"])) return commandBuilder("podman");
  return buildahBuilder();
}

async function answers(file: string, args: string[]): Promise<boolean> {
  const result = await run(file, args, { timeout: 20_000 }).catch(() => null);
  return result !== null && result.stdout.trim() !== "";
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
    remove: async (refs) => void (await run(program, ["rmi", ...refs]).catch(() => null)),
  };
}
