import { medusaOrigin, publishableKey } from "./settings";

const answerTimeoutMs = 10_000;

/** An error response of Medusa. */
export class MedusaError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = "MedusaError";
    this.status = status;
  }
}

/** Calls Medusa's store API in the same pod. Throws a MedusaError for any error response. */
export async function askMedusa<T>(path: string, body?: object, method = body ? "POST" : "GET"): Promise<T> {
  const response = await fetch(new URL(path, medusaOrigin()), {
    method,
    body: body && JSON.stringify(body),
    headers: { "content-type": "application/json", "x-publishable-api-key": publishableKey() },
    cache: "no-store",
    signal: AbortSignal.timeout(answerTimeoutMs),
  });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new MedusaError(response.status, answer.message ?? `HTTP ${response.status}`);
  return answer as T;
}
