import { StoreOverview } from "@/components/store/store-overview";
import { requireStore } from "@/lib/auth/require-store";
import { toStoreObjectsResource } from "@/lib/http/resources/insight-resource";
import { inspectStore } from "@/lib/services/stores/inspect-store";

export default async function OverviewPage({ params }: PageProps<"/stores/[name]">) {
  const { ctx, store } = await requireStore((await params).name);
  return <StoreOverview initial={toStoreObjectsResource(inspectStore(ctx, store.name))} />;
}
