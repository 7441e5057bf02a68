import { StoreLogs } from "@/components/logs/store-logs";
import { NotForViewers } from "@/components/store/not-for-viewers";
import { requireStore } from "@/lib/auth/require-store";
import { allowedVerbs } from "@/lib/services/access/allowed-verbs";
import { listLogSources } from "@/lib/services/stores/list-log-sources";

export default async function LogsPage({ params, searchParams }: PageProps<"/stores/[name]/logs">) {
  const { ctx, store } = await requireStore((await params).name);
  if (!allowedVerbs(ctx.actor, store).includes("enter")) return <NotForViewers what="The logs" />;
  const sources = listLogSources(ctx, store);
  const { component } = await searchParams;
  const initial = sources.find((source) => source.component === component) ?? sources[0];
  return <StoreLogs store={store.name} sources={sources} initial={initial?.component ?? ""} />;
}
