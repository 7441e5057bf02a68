export interface BuildRequest {
  context: string;
  file: string;
  args: Record<string, string>;
  ref: string;
  /** The stage to build; by default the last one. */
  target?: string;
  /** Files that a step of the build may read and no image holds, by the id that the Containerfile mounts them under. */
  secrets?: Record<string, string>;
  logFile: string;
}

/** What makes images on this machine. */
export interface Builder {
  /** What the Debian below the images is: equal texts are the same Debian. */
  baseIdentity: string;
  /** The reference of that Debian, made or fetched where it has to be. */
  ensureBase(logFile: string): Promise<string>;
  build(request: BuildRequest): Promise<void>;
  /** Writes a docker archive. */
  save(ref: string, file: string, logFile: string): Promise<void>;
  remove(refs: string[]): Promise<void>;
}

/** The part of a build's arguments that all builders understand. */
export function buildArguments({ context, file, args, ref, target, secrets = {} }: BuildRequest): string[] {
  return [
    ...Object.entries(args).flatMap(([name, value]) => ["--build-arg", `${name}=${value}`]),
    ...(target ? ["--target", target] : []),
    ...Object.entries(secrets).flatMap(([id, source]) => ["--secret", `id=${id},src=${source}`]),
    "--tag",
    ref,
    "--file",
    file,
    context,
  ];
}
