import { StoreActivity } from "@/components/store/store-activity";
import { requireStore } from "@/lib/auth/require-store";

export default async function ActivityPage({ params }: PageProps<"/stores/[name]/activity">) {
  await requireStore((await params).name);
  return <StoreActivity />;
}
