import { Pool } from "undici";
import { median, percentile } from "./statistics";

export interface LoadTarget {
  /** Where connections go: the Ingress. */
  origin: string;
  /** The shop's host. */
  host: string;
}

export interface Load {
  perSecond: number;
  /** Milliseconds to the last byte of an answer. */
  medianMs: number;
  p95Ms: number;
  /** Answers with a status other than 200. */
  failed: number;
}

/** Requests a page again and again, with that many clients at once. The headers decide whether the page cache answers. */
export async function loadPage(
  { origin, host }: LoadTarget,
  path: string,
  { clients, seconds, headers = {} }: { clients: number; seconds: number; headers?: Record<string, string> },
): Promise<Load> {
  const pool = new Pool(origin, { connections: clients });
  const times: number[] = [];
  let failed = 0;
  const end = performance.now() + seconds * 1_000;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() < end) {
        const begun = performance.now();
        const answer = await pool.request({ method: "GET", path, headers: { ...headers, host } });
        await answer.body.arrayBuffer();
        if (answer.statusCode !== 200) failed++;
        times.push(performance.now() - begun);
      }
    }),
  );
  await pool.close();
  return {
    perSecond: times.length / seconds,
    medianMs: median(times),
    p95Ms: percentile(times, 0.95),
    failed,
  };
}
