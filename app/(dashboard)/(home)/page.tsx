import { Plus } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { Page } from "@/components/frame/page";
import { PageHeader } from "@/components/frame/page-header";
import type { ListedStore } from "@/components/stores/fold-stores";
import { StoreList } from "@/components/stores/store-list";
import { Button } from "@/components/ui/button";
import { requireCtx } from "@/lib/auth/current-actor";
import type { SeenStore } from "@/lib/domain/store";
import { toStoreResource } from "@/lib/http/store-resource";
import type { Ctx } from "@/lib/services/context";
import { listStores } from "@/lib/services/stores/list-stores";
import { getTimeline } from "@/lib/services/stores/store-events";

export const metadata: Metadata = { title: "Stores" };

export default async function StoresPage() {
  const ctx = await requireCtx("/");
  // Read before the list: what happens in between is heard twice rather than missed.
  const seq = ctx.app.events.lastSeq();
  const { stores, nextCursor } = listStores(ctx);
  return (
    <Page>
      <PageHeader
        title="Stores"
        actions={
          <Button asChild variant="primary">
            <Link href="/stores/new">
              <Plus aria-hidden="true" />
              New store
            </Link>
          </Button>
        }
      />
      <StoreList stores={stores.map((store) => listed(ctx, store))} nextCursor={nextCursor} seq={seq} />
    </Page>
  );
}

function listed(ctx: Ctx, store: SeenStore): ListedStore {
  const running =
    store.phase === "creating" || store.phase === "deleting"
      ? getTimeline(ctx, store.name)
          .operations.at(-1)
          ?.steps.findLast((step) => step.state === "running")
      : undefined;
  return {
    ...toStoreResource(store),
    doing: running ? { step: running.name, title: running.title, since: running.startedAt } : null,
  };
}
