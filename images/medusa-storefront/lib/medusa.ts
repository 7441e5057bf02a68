import { medusaOrigin, publishableKey } from "./settings";

const answerTimeoutMs = 10_000;

/** What Medusa said no with. */
export class MedusaError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = "MedusaError";
    this.status = status;
  }
}

/** Asks Medusa's store API, beside which these pages run. Throws MedusaError for any answer that is no success. */
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
