import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BackLink } from "@/components/frame/back-link";
import { Page } from "@/components/frame/page";
import { StoreView } from "@/components/store/store-view";
import { findCurrentCtx, requireCtx } from "@/lib/auth/current-actor";
import type { SeenStore } from "@/lib/domain/store";
import { storeName } from "@/lib/domain/store-name";
import { toStoreResource } from "@/lib/http/store-resource";
import type { Ctx } from "@/lib/services/context";
import { getStore } from "@/lib/services/stores/get-store";
import { listStoreTypes } from "@/lib/services/stores/list-store-types";
import { getTimeline } from "@/lib/services/stores/store-events";

type Props = PageProps<"/stores/[name]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const ctx = await findCurrentCtx();
  const store = ctx && findStore(ctx, (await params).name);
  return { title: store?.config.title ?? "Store" };
}

export default async function StorePage({ params }: Props) {
  const { name } = await params;
  const ctx = await requireCtx(`/stores/${name}`);
  const store = findStore(ctx, name);
  if (store === null) notFound();
  const typeLabel = listStoreTypes(ctx).find((offer) => offer.type === store.type)?.label ?? store.type;
  return (
    <Page>
      <BackLink href="/">Stores</BackLink>
      <StoreView
        key={store.id}
        store={toStoreResource(store)}
        typeLabel={typeLabel}
        timeline={getTimeline(ctx, store.name)}
      />
    </Page>
  );
}

function findStore(ctx: Ctx, name: string): SeenStore | null {
  if (!storeName.safeParse(name).success) return null;
  try {
    return getStore(ctx, name);
  } catch (error) {
    if (error instanceof Error && error.name === "AppError") return null;
    throw error;
  }
}
