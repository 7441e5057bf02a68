import type { TestPlatform } from "./test-platform";

/** Waits for the event of a step that waits for this cause. */
export async function untilCause(platform: TestPlatform, code: string): Promise<void> {
  for await (const { detail } of platform.deps.events.follow({}, 0, AbortSignal.timeout(5_000))) {
    if (detail.kind === "step.waiting" && detail.cause.code === code) return;
  }
  throw new Error(`no step waits for ${code}`);
}
