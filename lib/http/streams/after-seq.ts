import { AppError } from "@/lib/errors";

/**
 * Where a stream starts: after the event of Last-Event-ID (browsers send it when they reconnect), else after ?after=,
 * else with the next event. Throws AppError `invalid`.
 */
export function afterSeq(request: Request): number | "now" {
  const given = request.headers.get("last-event-id") || new URL(request.url).searchParams.get("after");
  if (given === null || given === "") return "now";
  const seq = Number(given);
  if (Number.isSafeInteger(seq) && seq >= 0) return seq;
  throw new AppError("invalid", "“after” must be the id of an event, a whole number.", { field: "after" });
}
