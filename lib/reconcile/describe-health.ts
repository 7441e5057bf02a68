import type { Health } from "./judge-health";

/** A store's phase and cause as the message of their event. */
export function describeHealth(name: string, { phase, cause }: Pick<Health, "phase" | "cause">): string {
  if (cause === null) return `${name} is ready`;
  return phase === "ready"
    ? `${name} is ready, with a warning: ${cause.message}`
    : `${name} is not ready: ${cause.message}`;
}
