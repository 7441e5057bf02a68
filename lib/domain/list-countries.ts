export interface Choice {
  code: string;
  name: string;
}

const regionNames = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
const currencyNames = new Intl.DisplayNames(["en"], { type: "currency" });
const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

/** Regions that Intl names and no shop is in: groupings, islands without a code of their own, test locales. */
const notCountries = new Set("AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ".split(" "));

/** Currencies that Intl names and WooCommerce does not know: units of account, and codes younger than it. */
const notCurrencies = new Set("SLE SVC XCG XDR XSU ZWG ZWL".split(" "));

/** ISO 3166-1 alpha-2 codes of countries as they are now, by English name. */
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

/** ISO 4217 codes that a shop can take money in. */
export function listCurrencies(): Choice[] {
  return Intl.supportedValuesOf("currency")
    .filter((code) => !notCurrencies.has(code))
    .map((code) => ({ code, name: currencyNames.of(code) ?? code }));
}

/** A code that was given up (DD, SU, YU) is rewritten to its successor's. */
function isCurrent(code: string): boolean {
  return Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;
}
