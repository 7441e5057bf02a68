import type { OperationProfile } from "@/lib/domain/operation";
import { profiles } from "@/lib/operations/kinds";

/** What pages know about each kind of operation, by name. */
export function listOperationProfiles(): Readonly<Record<string, OperationProfile>> {
  return profiles;
}
