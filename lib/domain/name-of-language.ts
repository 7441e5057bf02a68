const languageNames = new Intl.DisplayNames(["en"], { type: "language" });

/** The English name of a WordPress locale, such as `German (Germany)` for de_DE. */
export function nameOfLanguage(language: string): string {
  return languageNames.of(language.replaceAll("_", "-")) ?? language;
}
