import { AppError } from "@/lib/errors";

/**
 * Where a stream starts: after the last event its reader had (the browser says so when it reconnects), else
 * after ?after=, else with what happens from now on.
 */
export function afterSeq(request: Request): number | "now" {
  const given = request.headers.get("last-event-id") || new URL(request.url).searchParams.get("after");
  if (given === null || given === "") return "now";
  const seq = Number(given);
  if (Number.isSafeInteger(seq) && seq >= 0) return seq;
  throw new AppError("invalid", "“after” is the id of an event: a whole number.", { field: "after" });
}
