/** A setting whose value the kind of cluster determines. */
export interface FixedSetting {
  /** The value, as the variable would be written. Empty: the variable has no effect at all. */
  value: string;
  /** What to do instead, as the end of a sentence: "set INGRESS_HTTP_PORT instead". */
  advice: string;
}

/**
 * Throws when the environment sets a variable to another value than the cluster determines, so that no setting is
 * ignored silently.
 */
export function assertFixedSettings(
  cluster: string,
  fixed: Record<string, FixedSetting>,
  env: Record<string, string | undefined> = process.env,
): void {
  for (const [name, { value, advice }] of Object.entries(fixed)) {
    const given = env[name];
    if (!given || given === value) continue;
    const reason =
      value === "" ? `it has no effect with ${cluster}` : `with ${cluster} it is always ${value}`;
    throw new Error(`${name} is "${given}", but ${reason}: leave it out, or ${advice}.`);
  }
}
