import { z } from "zod";
import { defaultPlan } from "./default-plan";
import { listCountries, listCurrencies } from "./list-countries";
import { planId } from "./plan";
import { listLanguages } from "./store-languages";
import { storeName } from "./store-name";
import { currentTimeZone, listTimeZones } from "./time-zones";
import { longestStoreTitle, whyNotStoreTitle } from "./why-not-store-title";

const countries = new Set(listCountries().map(({ code }) => code));
const currencies = new Set(listCurrencies().map(({ code }) => code));
const languages = new Set(listLanguages().map(({ code }) => code));
const timeZones = new Set(listTimeZones());

/**
 * The request body of a create. Everything except name and type has a default; those of language and time zone are the
 * country's. The edge checks which types exist; the service checks whether they are available.
 */
export const createStoreInput = z.strictObject({
  name: storeName,
  type: z.string({ error: "Name the store's type." }),
  plan: planId.default(defaultPlan),
  title: z
    .string()
    .trim()
    .min(1, { error: "Give the store a title." })
    .max(longestStoreTitle, { error: ({ input }) => whyNotStoreTitle(String(input)) ?? undefined })
    .regex(/^\P{Cc}*$/u, { error: "The title may not contain control characters." })
    .optional(),
  adminEmail: z.email({ error: "This is not an e-mail address." }).max(100).optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, { error: "Give the country as two capital letters, such as DE." })
    .refine((code) => countries.has(code), { error: "There is no such country." })
    .default("US"),
  currency: z
    .string()
    .refine((code) => currencies.has(code), { error: "Give the currency as its three letters, such as EUR." })
    .default("USD"),
  language: z
    .string()
    .refine((code) => languages.has(code), {
      error: "Give the language as one of WordPress's locales, such as de_DE.",
    })
    .optional(),
  timeZone: z
    .string()
    .transform(currentTimeZone)
    .refine((zone) => timeZones.has(zone), {
      error: "Give the time zone by its name in the IANA database, such as Europe/Berlin.",
    })
    .optional(),
  sampleProduct: z.boolean({ error: "sampleProduct must be true or false." }).default(true),
});

export type CreateStoreInput = z.infer<typeof createStoreInput>;
