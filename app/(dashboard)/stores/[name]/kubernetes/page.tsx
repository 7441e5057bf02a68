import { StoreKubernetes } from "@/components/kubernetes/store-kubernetes";
import { requireStore } from "@/lib/auth/require-store";
import { namespaceOf } from "@/lib/domain/store";
import { toStoreObjectsResource } from "@/lib/http/resources/insight-resource";
import { inspectStore } from "@/lib/services/stores/inspect-store";

export default async function KubernetesPage({ params }: PageProps<"/stores/[name]/kubernetes">) {
  const { ctx, store } = await requireStore((await params).name);
  const initial = toStoreObjectsResource(inspectStore(ctx, store.name));
  return <StoreKubernetes initial={initial} namespace={namespaceOf(store.name)} />;
}
