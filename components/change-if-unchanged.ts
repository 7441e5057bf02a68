import { ApiError, callApi, requestApi } from "./api-client";

/** The resource has changed since the user saw it. */
export class ChangeConflict<T> extends ApiError {
  /** The current resource. */
  readonly now: T;

  constructor(now: T) {
    super({
      status: 412,
      code: "precondition_failed",
      detail: "Somebody else has changed this. Check the current values and try again.",
    });
    this.now = now;
  }
}

const mostTries = 3;

/**
 * Changes a resource if the fields in `seen`, on which the user's decision is based, are unchanged. Other fields may have
 * changed. The change is sent with If-Match and repeated after a conflict in other fields. Resolves to the changed
 * resource. Throws ChangeConflict or ApiError.
 */
export async function changeIfUnchanged<T extends object>(
  path: string,
  seen: Partial<T>,
  change: object,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    const { now, etag } = await read<T>(path);
    const unchanged = Object.keys(seen).every((key) => isSame(now[key as keyof T], seen[key as keyof T]));
    if (!unchanged) throw new ChangeConflict(now);
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
  // A compressing proxy turns the tag into a weak one, which never matches If-Match.
  const etag = response.headers.get("etag")?.replace(/^W\//, "") ?? "*";
  return { now: (await response.json()) as T, etag };
}

/** Both come from the API, which always writes the fields of an object in the same order. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
