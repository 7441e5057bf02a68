export interface Choice {
  code: string;
  name: string;
}

const regionNames = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
const currencyNames = new Intl.DisplayNames(["en"], { type: "currency" });
const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

/** Regions in Intl that no shop is in: groupings, islands without a code, test locales. */
const notCountries = new Set("AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ".split(" "));

/** Currencies in Intl that WooCommerce does not know: units of account, and newer codes. */
const notCurrencies = new Set("SLE SVC XCG XDR XSU ZWG ZWL".split(" "));

/** Current ISO 3166-1 alpha-2 country codes, by English name. */
export function listCountries(): Choice[] {
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => !notCountries.has(code) && isCurrent(code))
    .flatMap((code) => {
      const name = regionNames.of(code);
      return name === undefined ? [] : [{ code, name }];
    })
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
}

/** ISO 4217 currency codes that a shop can use. */
export function listCurrencies(): Choice[] {
  return Intl.supportedValuesOf("currency")
    .filter((code) => !notCurrencies.has(code))
    .map((code) => ({ code, name: currencyNames.of(code) ?? code }));
}

/** Intl maps a withdrawn code (DD, SU, YU) to its successor. */
function isCurrent(code: string): boolean {
  return Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;
}
