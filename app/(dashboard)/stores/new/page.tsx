import type { Metadata } from "next";
import { CreateStoreForm } from "@/components/create/create-store-form";
import { BackLink } from "@/components/frame/back-link";
import { Page } from "@/components/frame/page";
import { PageHeader } from "@/components/frame/page-header";
import { requireCtx } from "@/lib/auth/current-actor";
import { listCountries, listCurrencies } from "@/lib/domain/list-countries";
import { languageOfCountry, listLanguages } from "@/lib/domain/store-languages";
import { listTimeZones, timeZoneOfCountry } from "@/lib/domain/time-zones";
import { toOfferedPlanResource } from "@/lib/http/resources/plan-resource";
import { getUsage } from "@/lib/services/plans/get-usage";
import { listPlans } from "@/lib/services/plans/list-plans";
import { listStoreTypes } from "@/lib/services/stores/list-store-types";
import { previewAddress } from "@/lib/services/stores/preview-address";

export const metadata: Metadata = { title: "New store" };

export default async function NewStorePage() {
  const ctx = await requireCtx();
  const [prefix = "", suffix = ""] = previewAddress(ctx.app, "NAME").split("NAME");
  // The server names countries, currencies and languages: a browser's own list might differ and break hydration.
  return (
    <Page width="form">
      <BackLink href="/">Stores</BackLink>
      <PageHeader
        title="New store"
        description="Creates a shop or a site with its own address, database and storage."
      />
      <CreateStoreForm
        types={listStoreTypes(ctx)}
        plans={listPlans(ctx).map(toOfferedPlanResource)}
        platform={getUsage(ctx).platform}
        address={{ prefix, suffix }}
        countries={listCountries().map((country) => ({
          ...country,
          language: languageOfCountry(country.code),
          timeZone: timeZoneOfCountry(country.code),
        }))}
        currencies={listCurrencies()}
        languages={listLanguages()}
        timeZones={listTimeZones()}
      />
    </Page>
  );
}
