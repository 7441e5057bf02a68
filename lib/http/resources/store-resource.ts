import { z } from "zod";
import { causeCodes, platformComponents } from "@/lib/domain/cause";
import { isRunning, phases, type StoreView } from "@/lib/domain/store";
import { storeRoles } from "@/lib/domain/store-role";
import { engineProfiles } from "@/lib/engines/engine-profiles";
import { explainUnknownType } from "@/lib/engines/get-engine";

const instant = z.iso.datetime();

export const causeResource = z
  .object({
    code: z.enum(causeCodes),
    component: z.string().meta({
      description: `A component of the store, as its objects name it in \`component\`, or one of ${platformComponents.join(", ")}.`,
    }),
    message: z.string().meta({ description: "The reason, as a sentence." }),
    next: z.string().optional().meta({ description: "What to do." }),
    detail: z.string().optional().meta({ description: "The original message of the cluster or the shop." }),
    since: z.string().optional().meta({ description: "When it began, ISO 8601." }),
    waitingMayCure: z.boolean(),
  })
  .meta({ id: "Cause" });

export const softwareVersionResource = z
  .object({
    name: z.string().meta({ description: "Name of the software, such as WooCommerce." }),
    version: z.string(),
  })
  .meta({ id: "SoftwareVersion" });

/** A store as the API returns it. Dates are ISO 8601. */
export const storeResource = z
  .object({
    id: z.string(),
    name: z.string(),
    type: z.string().meta({
      description: "The store type. It may be a type that the installation no longer supports.",
    }),
    plan: z.string().meta({ description: "Id of the plan." }),
    phase: z.enum(phases),
    cause: causeResource.nullable().meta({ description: "Why the store waits, is unready or failed." }),
    url: z.url(),
    versions: z.array(softwareVersionResource).meta({
      description: "Software versions that the shop reported at its last verification.",
    }),
    adminUrl: z
      .url()
      .nullable()
      .meta({ description: "Null if the installation no longer supports the type." }),
    admin: z
      .object({ name: z.string(), username: z.string(), lostPassword: z.string(), safeMode: z.boolean() })
      .nullable()
      .meta({
        description:
          "Name of the admin pages, user name, what to do about a lost password, and whether safe mode exists.",
      }),
    update: z
      .object({ versions: z.array(softwareVersionResource) })
      .nullable()
      .meta({
        description: "The available update, with its software versions if known. Null if there is none.",
      }),
    config: z.object({
      title: z.string(),
      adminEmail: z.string(),
      country: z.string(),
      currency: z.string(),
      sampleProduct: z.boolean(),
      language: z.string().nullable().meta({
        description:
          "The language in which the store was created, as a WordPress locale. Null if none was chosen.",
      }),
      timeZone: z.string().nullable().meta({
        description: "The time zone with which the store was created. Null if none was chosen.",
      }),
    }),
    owner: z.object({ id: z.string(), email: z.string() }),
    role: z
      .enum(storeRoles)
      .nullable()
      .meta({ description: "Your role. Null for an admin who is not a member." }),
    createdAt: instant,
    updatedAt: instant,
    readyAt: instant.nullable().meta({ description: "When the store became ready for the first time." }),
    passwordShownAt: instant.nullable(),
    safeMode: z.boolean().meta({
      description: "Safe mode is on: all visitors see the shop without its own plugins and theme.",
    }),
    links: z.object({ self: z.string(), events: z.string() }),
  })
  .meta({ id: "Store" });

export type StoreResource = z.infer<typeof storeResource>;

const noAdmin = { url: null, name: "", username: "", lostPassword: "", safeMode: false };

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
    // An unknown type replaces the causes of the pods, because the platform cannot act on them.
    cause: profile || !isRunning(store.phase) ? store.cause : explainUnknownType(store.type),
    url: store.url,
    versions: store.versions,
    adminUrl,
    admin: adminUrl === null ? null : admin,
    update: store.update && { versions: store.update.versions },
    config: {
      ...store.config,
      language: store.config.language ?? null,
      timeZone: store.config.timeZone ?? null,
    },
    owner: store.owner,
    role: store.role,
    createdAt: store.createdAt.toISOString(),
    updatedAt: store.updatedAt.toISOString(),
    readyAt: store.readyAt?.toISOString() ?? null,
    passwordShownAt: store.passwordShownAt?.toISOString() ?? null,
    safeMode: store.safeMode,
    links: { self, events: `${self}/events` },
  };
}
