import type { RuntimeSettingsResource } from "@/lib/http/resources/runtime-settings-resource";

/** The text of each field of the form, and the state of each switch, by the field's name in the API. */
export interface RuntimeSettingsDraft {
  texts: Readonly<Record<string, string>>;
  switches: Readonly<Record<string, boolean>>;
}

export const originsField = "allowedOrigins";

/** The name of a field in the API's errors. */
export const phpField = (name: string) => `php.${name}`;
export const constantField = (name: string) => `constants.${name}`;

/** The form of the settings: an empty field is a default. */
export function toDraft(settings: RuntimeSettingsResource): RuntimeSettingsDraft {
  const { php, allowedOrigins, constants } = settings;
  const values: Readonly<Record<string, unknown>> = constants ?? {};
  const texts = [
    ...settings.phpLimits.map(({ name }) => [
      phpField(name),
      textOf((php as Readonly<Record<string, number>> | null)?.[name]),
    ]),
    ...settings.constantRanges
      .filter(({ kind }) => kind === "amount")
      .map(({ name }) => [constantField(name), textOf(values[name])]),
    ...(allowedOrigins ? [[originsField, allowedOrigins.join("\n")]] : []),
  ];
  const switches = settings.constantRanges
    .filter(({ kind }) => kind === "switch")
    .map(({ name }) => [constantField(name), values[name] === true]);
  return { texts: Object.fromEntries(texts), switches: Object.fromEntries(switches) };
}

/** The request that gives the store what the form says: every group that its type has. */
export function toChange(settings: RuntimeSettingsResource, { texts, switches }: RuntimeSettingsDraft) {
  const amounts = (names: string[], field: (name: string) => string) =>
    Object.fromEntries(
      names
        .map((name) => [name, texts[field(name)]?.trim() ?? ""] as const)
        .filter(([, text]) => text !== "")
        .map(([name, text]) => [name, numberOf(text)]),
    );
  const namesOf = (kind: string) =>
    settings.constantRanges.filter((range) => range.kind === kind).map(({ name }) => name);
  const on = namesOf("switch").filter((name) => switches[constantField(name)]);
  return {
    ...(settings.php && {
      php: amounts(
        settings.phpLimits.map(({ name }) => name),
        phpField,
      ),
    }),
    ...(settings.allowedOrigins && { allowedOrigins: linesOf(texts[originsField] ?? "") }),
    ...(settings.constants && {
      constants: {
        ...amounts(namesOf("amount"), constantField),
        ...Object.fromEntries(on.map((name) => [name, true])),
      },
    }),
  };
}

/** The request that restores all defaults. */
export function toReset(settings: RuntimeSettingsResource) {
  const { texts, switches } = toDraft(settings);
  const empty = <T>(record: object, value: T): Record<string, T> =>
    Object.fromEntries(Object.keys(record).map((key) => [key, value]));
  return toChange(settings, { texts: empty(texts, ""), switches: empty(switches, false) });
}

/** Whether the store has a setting that is no default. */
export function isSet({ php, allowedOrigins, constants }: RuntimeSettingsResource): boolean {
  return [php, allowedOrigins, constants].some((group) => group !== null && Object.keys(group).length > 0);
}

function textOf(value: unknown): string {
  return value === undefined ? "" : String(value);
}

/** Text that is no number is sent as it is: the API's error explains it. */
function numberOf(text: string): number | string {
  const number = Number(text);
  return Number.isFinite(number) ? number : text;
}

function linesOf(text: string): string[] {
  return text.split(/[\s,]+/).filter((line) => line !== "");
}
