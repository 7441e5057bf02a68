import { StoreSettings } from "@/components/store/store-settings";
import { requireStore } from "@/lib/auth/require-store";

export default async function SettingsPage({ params }: PageProps<"/stores/[name]/settings">) {
  await requireStore((await params).name, "/settings");
  return <StoreSettings />;
}
