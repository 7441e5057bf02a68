"use client";

import { useStore } from "@/components/current-store/store-context";
import type { HandoverResource, MemberResource } from "@/lib/http/resources/member-resource";
import type { OfferedPlanResource } from "@/lib/http/resources/plan-resource";
import { DangerZone } from "./danger-zone";
import { HandoverCard } from "./handover-card";
import { MembersCard } from "./members-card";
import { PlanSettings } from "./plan-settings";

interface StoreSettingsProps {
  members: MemberResource[];
  /** Id of the signed-in account. */
  me: string;
  plans: OfferedPlanResource[];
  handover: HandoverResource | null;
}

/** Members, plan, handover and deletion, as far as the user's role allows them. */
export function StoreSettings({ members, me, plans, handover }: StoreSettingsProps) {
  const { store, can } = useStore();
  return (
    <div className="flex max-w-2xl flex-col gap-5">
      <MembersCard members={members} me={me} />
      <PlanSettings plans={plans} />
      {can.includes("hand-over") && store.phase !== "deleting" ? <HandoverCard handover={handover} /> : null}
      {can.includes("delete") ? <DangerZone store={store} /> : null}
    </div>
  );
}
