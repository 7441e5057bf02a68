import type { Choice } from "./list-countries";
import { nameOfLanguage } from "./name-of-language";

/**
 * Countries by the language that a shop there starts with, as a WordPress locale. These are the languages for which
 * wordpress.org publishes language packs. en_US is for all other countries.
 */
const countriesByLanguage: Record<string, string> = {
  en_US: "US",
  en_AU: "AU CC CX HM NF NR",
  en_CA: "CA",
  en_GB: "GB BM FK GG GH GI GM IE IM IN IO JE JM KE MT NG PK SG SH SL TT TZ UG ZM ZW",
  en_NZ: "NZ CK NU PN TK",
  en_ZA: "ZA BW LS NA SZ",
  ar: "AE BH DZ EG EH IQ JO KW LB LY MA MR OM PS QA SA SD SY TN YE",
  az: "AZ",
  bg_BG: "BG",
  bn_BD: "BD",
  bs_BA: "BA",
  ca: "AD",
  cs_CZ: "CZ",
  da_DK: "DK FO GL",
  de_AT: "AT",
  de_CH: "CH LI",
  de_DE: "DE",
  el: "CY GR",
  es_AR: "AR",
  es_CL: "CL",
  es_CO: "CO",
  es_CR: "CR",
  es_DO: "DO",
  es_EC: "EC",
  es_ES: "ES BO CU GQ PY",
  es_GT: "GT",
  es_MX: "MX HN NI PA SV",
  es_PE: "PE",
  es_PR: "PR",
  es_UY: "UY",
  es_VE: "VE",
  et: "EE",
  fa_IR: "IR",
  fi: "FI",
  fr_FR:
    "FR BF BI BJ BL CD CF CG CI CM DJ GA GF GN GP HT KM LU MC MF MG ML MQ NC NE PF PM RE SN TD TF TG WF YT",
  he_IL: "IL",
  hr: "HR",
  hu_HU: "HU",
  id_ID: "ID",
  is_IS: "IS",
  it_IT: "IT SM VA",
  ja: "JP",
  ka_GE: "GE",
  ko_KR: "KR",
  lt_LT: "LT",
  lv: "LV",
  mk_MK: "MK",
  ms_MY: "MY BN",
  nb_NO: "NO BV SJ",
  nl_BE: "BE",
  nl_NL: "NL AW BQ CW SR SX",
  pl_PL: "PL",
  pt_BR: "BR",
  pt_PT: "PT AO CV GW MZ ST TL",
  ro_RO: "RO MD",
  ru_RU: "RU BY KG KZ TJ TM",
  sk_SK: "SK",
  sl_SI: "SI",
  sq: "AL XK",
  sr_RS: "RS ME",
  sv_SE: "SE AX",
  th: "TH",
  tr_TR: "TR",
  uk: "UA",
  vi: "VN",
  zh_CN: "CN",
  zh_HK: "HK MO",
  zh_TW: "TW",
};

const defaultLanguage = "en_US";

const languages = new Map(
  Object.entries(countriesByLanguage).flatMap(([language, countries]) =>
    countries.split(" ").map((country) => [country, language] as const),
  ),
);

/** The language that a shop in the country starts with, as a WordPress locale. */
export function languageOfCountry(country: string): string {
  return languages.get(country) ?? defaultLanguage;
}

/** The languages in which a shop can be created, as WordPress locales, by English name. */
export function listLanguages(): Choice[] {
  return Object.keys(countriesByLanguage)
    .map((code) => ({ code, name: nameOfLanguage(code) }))
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
}
