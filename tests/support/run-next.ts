import { eq } from "drizzle-orm";
import { operations, stores } from "@/lib/db/schema";
import type { Kube } from "@/lib/kube/kube";
import { kindNames } from "@/lib/operations/kinds";
import { runOperation } from "@/lib/operations/run-operation";
import type { TestPlatform } from "./test-platform";

const never = new AbortController().signal;

let claims = 0;

/**
 * Claims and runs the next operation, as a later worker would after every earlier lease has expired; or at the given
 * time.
 */
export async function runNext(
  platform: TestPlatform,
  kube: Kube = platform.deps.kube,
  signal = never,
  at?: Date,
): Promise<void> {
  claims += 1;
  const later = at ?? new Date(Date.now() + claims * 60_000);
  const { createDeadlineMs } = platform.deps.settings;
  const claimant = { owner: "test", createDeadlineMs, kinds: kindNames };
  const operation = platform.deps.operations.claim(claimant, later);
  if (!operation) throw new Error("there is nothing to do");
  await runOperation({ ...platform.deps, kube }, operation, signal);
}

/** The store's row. */
export function storeRow({ deps }: TestPlatform, name: string) {
  return deps.db.select().from(stores).where(eq(stores.name, name)).get();
}

/** All operations, each as `create done`. */
export function operationStates({ deps }: TestPlatform) {
  return deps.db
    .select()
    .from(operations)
    .all()
    .map(({ kind, state }) => `${kind} ${state}`);
}

/**
 * The Kubernetes port of a process that dies at its n-th call. From that call on nothing is answered, and the run
 * ends.
 */
function dyingAt(kube: Kube, call: number, die: () => void): Kube {
  let calls = 0;
  return new Proxy(kube, {
    get(target, method) {
      const original = Reflect.get(target, method) as (...args: unknown[]) => Promise<unknown>;
      return async (...args: unknown[]) => {
        calls += 1;
        if (calls < call) return original.apply(target, args);
        // Odd calls fail before they reach the API server, even ones between its change and its answer.
        if (call % 2 === 0) await original.apply(target, args).catch(() => {});
        die();
        throw new Error("the process is gone");
      };
    },
  });
}

/** Runs the next operation with a process that dies at its n-th call. Returns whether it got that far. */
export async function dieAtCall(platform: TestPlatform, call: number): Promise<boolean> {
  const crash = new AbortController();
  const kube = dyingAt(platform.cluster.kube, call, () => crash.abort(new Error("killed")));
  await runNext(platform, kube, crash.signal).catch(() => {});
  return crash.signal.aborted;
}
