"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { defaultPlan } from "@/lib/domain/default-plan";
import type { Choice } from "@/lib/domain/list-countries";
import type { StoreType } from "@/lib/domain/store";
import { whyNotStoreName } from "@/lib/domain/why-not-store-name";
import { whyNotStoreTitle } from "@/lib/domain/why-not-store-title";
import type { OfferedPlanResource, UsageResource } from "@/lib/http/resources/plan-resource";
import type { StoreResource } from "@/lib/http/resources/store-resource";
import type { StoreTypeOffer } from "@/lib/services/app-context";
import { callApi } from "../api-client";
import { FormError } from "../form/form-error";
import { SubmitButton } from "../form/submit-button";
import { useApiForm } from "../form/use-api-form";
import { PlanChoice } from "../plans/plan-choice";
import { Callout } from "../ui/callout";
import { Card } from "../ui/card";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Switch } from "../ui/switch";
import { type AddressParts, NameField } from "./name-field";
import { type CountryChoice, type Place, PlaceFields } from "./place-fields";
import { TypeCards } from "./type-cards";

interface CreateStoreFormProps {
  types: StoreTypeOffer[];
  plans: OfferedPlanResource[];
  /** The installation's stores and their limit, which applies to all plans. */
  platform: UsageResource["platform"];
  address: AddressParts;
  countries: CountryChoice[];
  currencies: Choice[];
  languages: Choice[];
  timeZones: string[];
}

const fieldNames = [
  "name",
  "type",
  "plan",
  "title",
  "country",
  "currency",
  "language",
  "timeZone",
  "sampleProduct",
] as const;

export function CreateStoreForm(props: CreateStoreFormProps) {
  const { types, plans, platform, address, countries, currencies, languages, timeZones } = props;
  const router = useRouter();
  const { form, errors, pending, clearError, refuse, submit } = useApiForm(fieldNames);
  const [name, setName] = useState("");
  const [type, setType] = useState<StoreType | undefined>(types.find(({ available }) => available)?.type);
  const [plan, setPlan] = useState(firstChoice(plans));
  const [title, setTitle] = useState("");
  const [place, setPlace] = useState<Place>({
    country: "US",
    currency: "USD",
    language: "en_US",
    timeZone: "America/New_York",
  });
  const [sampleProduct, setSampleProduct] = useState(true);
  const offer = types.find((candidate) => candidate.type === type);
  const samples = offer?.sampleProducts ?? 0;
  const sells = offer?.sells ?? true;
  const hasLocale = offer?.hasLocale ?? false;
  const phrase = offer?.mainPart.phrase ?? "the store";

  function create(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const unfit = { name: whyNotStoreName(name) ?? undefined, title: whyNotStoreTitle(title) ?? undefined };
    if (unfit.name !== undefined || unfit.title !== undefined) return refuse(unfit);
    if (type === undefined) return refuse({ form: "No store type is available on this installation." });

    void submit(async () => {
      const store = await callApi<StoreResource>("POST", "/api/stores", {
        name,
        type,
        plan,
        title: title.trim() === "" ? undefined : title.trim(),
        country: place.country,
        currency: sells ? place.currency : undefined,
        language: hasLocale ? place.language : undefined,
        timeZone: hasLocale ? place.timeZone : undefined,
        sampleProduct: samples > 0 ? sampleProduct : undefined,
      });
      router.push(`/stores/${store.name}`);
      return "leaving";
    });
  }

  return (
    <form ref={form} noValidate onSubmit={create} aria-label="New store">
      <Card className="overflow-hidden">
        <div className="flex flex-col gap-6 p-4 sm:p-6">
          <FormError>{errors.form}</FormError>
          {platform.used >= platform.most ? (
            <Callout
              tone="warn"
              title={`This installation has reached its limit of ${platform.most} stores.`}
            >
              Delete a store, or ask an admin to raise MAX_STORES.
            </Callout>
          ) : null}
          <NameField
            value={name}
            address={address}
            error={errors.name}
            onChange={(value) => {
              setName(value);
              clearError("name");
            }}
          />
          <TypeCards
            types={types}
            value={type}
            error={errors.type}
            onChange={(value) => {
              setType(value);
              clearError("type");
            }}
          />
          <PlanChoice
            plans={plans}
            type={type}
            value={plan}
            error={errors.plan}
            onChange={(value) => {
              setPlan(value);
              clearError("plan");
            }}
          />
          <Field
            label="Title"
            note="Optional"
            hint={`Shown at the top of ${phrase}. You can change it later in its admin pages.`}
            error={errors.title ?? whyNotStoreTitle(title) ?? undefined}
          >
            {(control) => (
              <Input
                {...control}
                name="title"
                value={title}
                autoComplete="off"
                placeholder={name === "" ? "My store" : name}
                onChange={(event) => {
                  setTitle(event.target.value);
                  clearError("title");
                }}
              />
            )}
          </Field>
          <PlaceFields
            value={place}
            errors={errors}
            countries={countries}
            currencies={currencies}
            languages={languages}
            timeZones={timeZones}
            sells={sells}
            hasLocale={hasLocale}
            onChange={(next, field) => {
              setPlace(next);
              clearError(field);
            }}
          />
          {samples > 0 ? (
            <div className="flex items-center justify-between gap-4">
              <label htmlFor="sample-product">
                <span className="block font-medium text-sm">{sampleLabel(samples)}</span>
                <span id="about-sample" className="mt-0.5 block text-[0.8125rem] text-ink-muted leading-5">
                  Sample content that you can edit or delete.
                </span>
              </label>
              <Switch
                id="sample-product"
                aria-label={sampleLabel(samples)}
                aria-describedby="about-sample"
                checked={sampleProduct}
                onCheckedChange={setSampleProduct}
              />
            </div>
          ) : null}
        </div>
        <footer className="flex flex-col-reverse gap-3 border-line border-t bg-sunken/60 px-4 py-3.5 sm:flex-row sm:items-center sm:justify-between sm:px-6">
          <p className="text-[0.8125rem] text-ink-muted">The next page shows each step live.</p>
          <SubmitButton pending={pending} className="h-10 sm:h-9">
            Create store
          </SubmitButton>
        </footer>
      </Card>
    </form>
  );
}

/** The default plan if it has stores left, otherwise the first plan that has. */
function firstChoice(plans: OfferedPlanResource[]): string {
  const free = plans.filter(({ storesLeft }) => storesLeft > 0);
  return (free.find(({ id }) => id === defaultPlan) ?? free[0])?.id ?? defaultPlan;
}

function sampleLabel(samples: number): string {
  return samples === 1 ? "Add a sample product" : `Add ${samples} sample products`;
}
