import { StoreSettings } from "@/components/store/store-settings";
import { requireStore } from "@/lib/auth/require-store";
import { toHandoverResource, toMemberResource } from "@/lib/http/resources/member-resource";
import { toOfferedPlanResource } from "@/lib/http/resources/plan-resource";
import { toRuntimeSettingsResource } from "@/lib/http/resources/runtime-settings-resource";
import { allowedVerbs } from "@/lib/services/access/allowed-verbs";
import { findOfferOfStore } from "@/lib/services/handovers/find-offer-of-store";
import { listMembers } from "@/lib/services/members/list-members";
import { listPlans } from "@/lib/services/plans/list-plans";
import { getRuntimeSettings } from "@/lib/services/stores/get-runtime-settings";
import { hasPageCache } from "@/lib/services/stores/page-cache";

export default async function SettingsPage({ params }: PageProps<"/stores/[name]/settings">) {
  const { ctx, store } = await requireStore((await params).name);
  const handsOver = allowedVerbs(ctx.actor, store).includes("hand-over");
  const offer = handsOver ? findOfferOfStore(ctx, store.name) : null;
  return (
    <StoreSettings
      members={listMembers(ctx, store.name).map(toMemberResource)}
      me={ctx.actor.userId}
      plans={listPlans(ctx).map(toOfferedPlanResource)}
      runtimeSettings={toRuntimeSettingsResource(getRuntimeSettings(ctx, store.name))}
      handover={offer && toHandoverResource(offer)}
      cachesPages={hasPageCache(store)}
    />
  );
}
