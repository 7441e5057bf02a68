"use client";

import { useStore } from "@/components/current-store/store-context";
import type { HandoverResource, MemberResource } from "@/lib/http/resources/member-resource";
import type { OfferedPlanResource } from "@/lib/http/resources/plan-resource";
import type { RuntimeSettingsResource } from "@/lib/http/resources/runtime-settings-resource";
import { DangerZone } from "./danger-zone";
import { DatabasePasswordCard } from "./database-password-card";
import { HandoverCard } from "./handover-card";
import { MembersCard } from "./members-card";
import { PageCacheCard } from "./page-cache-card";
import { PlanSettings } from "./plan-settings";
import { RuntimeSettingsCard } from "./runtime-settings-card";
import { SafeModeCard } from "./safe-mode-card";

interface StoreSettingsProps {
  members: MemberResource[];
  /** Id of the signed-in account. */
  me: string;
  plans: OfferedPlanResource[];
  handover: HandoverResource | null;
  /** Whether its engine keeps pages for visitors. */
  cachesPages: boolean;
  runtimeSettings: RuntimeSettingsResource;
}

/**
 * Members, plan, runtime settings, page cache, safe mode, database password, handover and deletion, as far as the user's
 * role allows them.
 */
export function StoreSettings(props: StoreSettingsProps) {
  const { members, me, plans, handover, runtimeSettings, cachesPages } = props;
  const { store, can } = useStore();
  return (
    <div className="flex max-w-2xl flex-col gap-5">
      <MembersCard members={members} me={me} />
      <PlanSettings plans={plans} />
      {can.includes("operate") ? <RuntimeSettingsCard settings={runtimeSettings} /> : null}
      {can.includes("enter") && cachesPages ? <PageCacheCard /> : null}
      {can.includes("enter") ? <SafeModeCard /> : null}
      {can.includes("operate") ? <DatabasePasswordCard /> : null}
      {can.includes("hand-over") && store.phase !== "deleting" ? <HandoverCard handover={handover} /> : null}
      {can.includes("delete") ? <DangerZone /> : null}
    </div>
  );
}
