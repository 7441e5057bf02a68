import type { Choice } from "@/lib/domain/list-countries";
import { Field } from "../ui/field";
import { Select } from "../ui/select";
import { currencyOfCountry } from "./currency-of-country";

/** A country with the language and the time zone that a shop there starts with. */
export interface CountryChoice extends Choice {
  language: string;
  timeZone: string;
}

export interface Place {
  country: string;
  currency: string;
  /** A WordPress locale. */
  language: string;
  timeZone: string;
}

interface PlaceFieldsProps {
  value: Place;
  errors: Partial<Record<keyof Place, string>>;
  countries: CountryChoice[];
  currencies: Choice[];
  languages: Choice[];
  timeZones: string[];
  /** Whether the type has a currency. */
  sells: boolean;
  /** Whether the type has a language and a time zone. */
  hasLocale: boolean;
  onChange: (place: Place, field: keyof Place) => void;
}

/** The country, and what follows from it unless the user chooses something else. */
export function PlaceFields(props: PlaceFieldsProps) {
  const { value, errors, countries, currencies, languages, timeZones, sells, hasLocale, onChange } = props;

  function chooseCountry(code: string) {
    const country = countries.find((choice) => choice.code === code);
    const currency = currencyOfCountry(code) ?? value.currency;
    const { language, timeZone } = country ?? value;
    onChange({ country: code, currency, language, timeZone }, "country");
  }

  const field = (
    name: keyof Place,
    label: string,
    choices: Choice[],
    { hint, onSelect }: { hint?: string; onSelect?: (code: string) => void } = {},
  ) => (
    <Field label={label} hint={hint} error={errors[name]}>
      {(control) => (
        <Select
          {...control}
          name={name}
          value={value[name]}
          onChange={({ target }) =>
            onSelect ? onSelect(target.value) : onChange({ ...value, [name]: target.value }, name)
          }
        >
          {choices.map((choice) => (
            <option key={choice.code} value={choice.code}>
              {choice.name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );

  return (
    <div className="grid gap-6 sm:grid-cols-2 sm:gap-4">
      {field("country", "Country", countries, { onSelect: chooseCountry })}
      {sells
        ? field(
            "currency",
            "Currency",
            currencies.map(({ code, name }) => ({ code, name: `${code} – ${name}` })),
          )
        : null}
      {hasLocale
        ? field("language", "Language", languages, {
            hint: value.language.startsWith("en_")
              ? undefined
              : "Some texts are in English until the store has fetched their translation from wordpress.org.",
          })
        : null}
      {hasLocale
        ? field(
            "timeZone",
            "Time zone",
            timeZones.map((zone) => ({ code: zone, name: zone.replaceAll("_", " ") })),
          )
        : null}
    </div>
  );
}
