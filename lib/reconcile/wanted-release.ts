import { isDeepStrictEqual } from "node:util";
import { eq } from "drizzle-orm";
import { plans } from "@/lib/db/schema";
import type { StoreRow } from "@/lib/db/store-row";
import type { Images } from "@/lib/domain/images";
import type { Plan } from "@/lib/domain/plan";
import type { Store } from "@/lib/domain/store";
import { AppError } from "@/lib/errors";
import type { Manifest, RenderInput } from "@/lib/helm/helm";
import { buildRenderInput } from "./build-render-input";
import type { ReconcileDeps } from "./deps";
import { recordImages } from "./record-images";

/** The desired content of a store's namespace, for its plan and images. Both are read again each time. */
export class WantedRelease {
  private images: Images = {};
  private rendering: { of: { plan: Plan; images: Images }; manifest: Promise<Manifest> } | null = null;
  private readonly deps: Pick<ReconcileDeps, "db" | "engines" | "helm" | "kube" | "settings">;
  private readonly store: Store;

  constructor(deps: WantedRelease["deps"], store: Store) {
    this.deps = deps;
    this.store = store;
  }

  /** Reads the current images from the row. */
  async follow(row: StoreRow): Promise<void> {
    this.images = await recordImages(this.deps, row);
  }

  /** Rendered again if the plan or the images have changed since. */
  manifest(): Promise<Manifest> {
    const of = { plan: this.plan(), images: this.images };
    if (this.rendering === null || !isDeepStrictEqual(this.rendering.of, of)) {
      this.rendering = { of, manifest: this.deps.helm.render(this.input(of.plan)) };
    }
    return this.rendering.manifest;
  }

  input(plan = this.plan()): RenderInput {
    return buildRenderInput(this.deps, this.store, plan, this.images);
  }

  private plan(): Plan {
    const row = this.deps.db.select().from(plans).where(eq(plans.id, this.store.plan)).get();
    if (!row) throw new AppError("invalid", `There is no plan “${this.store.plan}”.`);
    return row;
  }
}
