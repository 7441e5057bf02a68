/** Characters that start a formula in a spreadsheet. */
const formulaStart = /^[=+\-@\t\r\n]/;

/**
 * One record of RFC 4180, with its line break. Text that a spreadsheet would run as a formula is prefixed with an
 * apostrophe, since strangers choose e-mail addresses and user agents.
 */
export function csvLine(values: readonly (string | number | null | undefined)[]): string {
  return `${values.map(csvField).join(",")}\r\n`;
}

function csvField(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return String(value);
  const text = formulaStart.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
