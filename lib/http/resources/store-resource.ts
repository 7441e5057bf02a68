import { z } from "zod";
import { causeCodes, components } from "@/lib/domain/cause";
import { phases, type StoreView } from "@/lib/domain/store";
import { storeRoles } from "@/lib/domain/store-role";
import { engineProfiles } from "@/lib/engines/engine-profiles";
import { explainUnknownType } from "@/lib/engines/get-engine";

const instant = z.iso.datetime();

export const causeResource = z
  .object({
    code: z.enum(causeCodes),
    component: z.enum(components),
    message: z.string().meta({ description: "Why, as a sentence." }),
    next: z.string().optional().meta({ description: "What to do about it." }),
    detail: z.string().optional().meta({ description: "What the cluster or the shop said, word for word." }),
    waitingMayCure: z.boolean(),
  })
  .meta({ id: "Cause" });

export const softwareVersionResource = z
  .object({
    name: z.string().meta({ description: "As people know it, such as WooCommerce." }),
    version: z.string(),
  })
  .meta({ id: "SoftwareVersion" });

/** A store as the API gives it. Dates are ISO 8601. */
export const storeResource = z
  .object({
    id: z.string(),
    name: z.string(),
    type: z.string().meta({
      description: "One of the types of store, or what it was where this installation knows it no longer.",
    }),
    plan: z.string().meta({ description: "Id of its plan." }),
    phase: z.enum(phases),
    cause: causeResource.nullable().meta({ description: "Why it waits, is unready or failed." }),
    url: z.url(),
    versions: z.array(softwareVersionResource).meta({
      description:
        "What the shop runs, as it said when it was last proven: itself, what it stands on, and the rest.",
    }),
    adminUrl: z.url().nullable().meta({ description: "Null where its type is not known any more." }),
    admin: z.object({ name: z.string(), username: z.string(), lostPassword: z.string() }).nullable().meta({
      description:
        "What its admin pages are called, who signs in there, and what to do without the password.",
    }),
    update: z
      .object({ versions: z.array(softwareVersionResource) })
      .nullable()
      .meta({
        description:
          "What this installation has for it that is newer, and what that runs where it is known. Null where there is nothing newer.",
      }),
    config: z.object({
      title: z.string(),
      adminEmail: z.string(),
      country: z.string(),
      currency: z.string(),
      sampleProduct: z.boolean(),
    }),
    owner: z.object({ id: z.string(), email: z.string() }),
    role: z
      .enum(storeRoles)
      .nullable()
      .meta({ description: "What you are to it; null for an admin who is no member." }),
    createdAt: instant,
    updatedAt: instant,
    readyAt: instant.nullable().meta({ description: "When it was first ready." }),
    passwordShownAt: instant.nullable(),
    links: z.object({ self: z.string(), events: z.string() }),
  })
  .meta({ id: "Store" });

export type StoreResource = z.infer<typeof storeResource>;

const noAdmin = { url: null, name: "", username: "", lostPassword: "" };

export function toStoreResource(store: StoreView): StoreResource {
  const self = `/api/stores/${store.name}`;
  const profile = engineProfiles[store.type];
  const { url: adminUrl, ...admin } = profile?.admin(store) ?? noAdmin;
  return {
    id: store.id,
    name: store.name,
    type: store.type,
    plan: store.plan,
    phase: store.phase,
    // Before what its pods say: nothing can be done about that here.
    cause: profile || !isMade(store) ? store.cause : explainUnknownType(store.type),
    url: store.url,
    versions: store.versions,
    adminUrl,
    admin: adminUrl === null ? null : admin,
    update: store.update && { versions: store.update.versions },
    config: store.config,
    owner: store.owner,
    role: store.role,
    createdAt: store.createdAt.toISOString(),
    updatedAt: store.updatedAt.toISOString(),
    readyAt: store.readyAt?.toISOString() ?? null,
    passwordShownAt: store.passwordShownAt?.toISOString() ?? null,
    links: { self, events: `${self}/events` },
  };
}

function isMade({ phase }: StoreView): boolean {
  return phase === "ready" || phase === "unready";
}
