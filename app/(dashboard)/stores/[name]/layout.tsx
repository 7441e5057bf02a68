import type { Metadata } from "next";
import type { ReactNode } from "react";
import { BackLink } from "@/components/frame/back-link";
import { Page } from "@/components/frame/page";
import { StoreProvider } from "@/components/store/store-provider";
import { findCurrentCtx, requireCtx } from "@/lib/auth/current-actor";
import { toStoreResource } from "@/lib/http/resources/store-resource";
import { allowedVerbs } from "@/lib/services/access/allowed-verbs";
import { listOperationProfiles } from "@/lib/services/operations/list-operation-profiles";
import { findStore } from "@/lib/services/stores/find-store";
import { getStepSource } from "@/lib/services/stores/get-step-source";
import { listStoreTypes } from "@/lib/services/stores/list-store-types";
import { getTimeline } from "@/lib/services/stores/store-events";

type Params = Promise<{ name: string }>;

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const ctx = await findCurrentCtx();
  const store = ctx && findStore(ctx, (await params).name);
  return { title: store?.config.title ?? "Store" };
}

/** The frame of a store's pages: header, tabs, and the event stream that keeps them current. */
export default async function StoreLayout({ params, children }: { params: Params; children: ReactNode }) {
  const { name } = await params;
  const ctx = await requireCtx();
  const store = findStore(ctx, name);
  // The page shows "Store not found".
  if (store === null) return children;
  const offer = listStoreTypes(ctx).find(({ type }) => type === store.type);
  return (
    <Page>
      <BackLink href="/">Stores</BackLink>
      <StoreProvider
        key={store.id}
        store={toStoreResource(store)}
        typeLabel={offer?.label ?? store.type}
        sells={offer?.sells ?? true}
        engine={getStepSource(store)}
        operations={listOperationProfiles()}
        timeline={getTimeline(ctx, store.name)}
        can={allowedVerbs(ctx.actor, store)}
      >
        {children}
      </StoreProvider>
    </Page>
  );
}
