import { ApiError, callApi, requestApi } from "./api-client";

/** Somebody else was faster: what a change was decided from is not so any more. */
export class ChangedMeanwhile<T> extends ApiError {
  /** How it is now. */
  readonly now: T;

  constructor(now: T) {
    super({
      status: 412,
      code: "precondition_failed",
      detail: "Somebody changed this meanwhile. You see it as it is now: decide anew.",
    });
    this.now = now;
  }
}

const mostTries = 3;

/**
 * Changes a thing where it still is as its reader saw it, in what the change was decided from (`seen`); sent with
 * If-Match, so that nobody comes in between. That something else of it has changed since is no reason to refuse.
 * Answers the thing as it is then. Throws ChangedMeanwhile, or ApiError.
 */
export async function changeSeen<T extends object>(
  path: string,
  seen: Partial<T>,
  change: object,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    const { now, etag } = await read<T>(path);
    const still = Object.keys(seen).every((key) => now[key as keyof T] === seen[key as keyof T]);
    if (!still) throw new ChangedMeanwhile(now);
    try {
      return await callApi<T>("PATCH", path, change, { ifMatch: etag });
    } catch (error) {
      const changed = error instanceof ApiError && error.problem.status === 412;
      if (!changed || tries === mostTries) throw error;
    }
  }
}

async function read<T>(path: string): Promise<{ now: T; etag: string }> {
  const response = await requestApi("GET", path);
  // A proxy that compresses calls the tag a weak one, which would never match.
  const etag = response.headers.get("etag")?.replace(/^W\//, "") ?? "*";
  return { now: (await response.json()) as T, etag };
}
