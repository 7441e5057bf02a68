export interface BuildRequest {
  context: string;
  file: string;
  args: Record<string, string>;
  ref: string;
  /** The stage to build. The default is the last one. */
  target?: string;
  /** Build secrets: files that a build step may read, by the id in the Containerfile. No image contains them. */
  secrets?: Record<string, string>;
  logFile: string;
}

/** Builds images on this machine. */
export interface Builder {
  /** Identifies the base Debian: equal texts mean the same Debian. */
  baseIdentity: string;
  /** Returns the reference of the base Debian. Builds or pulls it if needed. */
  ensureBase(logFile: string): Promise<string>;
  build(request: BuildRequest): Promise<void>;
  /** Writes a docker archive. */
  save(ref: string, file: string, logFile: string): Promise<void>;
  remove(refs: string[]): Promise<void>;
}

/** The build arguments that all builders share. */
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
