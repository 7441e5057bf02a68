import { StoreOverview } from "@/components/store/store-overview";
import { requireStore } from "@/lib/auth/require-store";

export default async function OverviewPage({ params }: PageProps<"/stores/[name]">) {
  await requireStore((await params).name);
  return <StoreOverview />;
}
