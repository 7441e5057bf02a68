const fatal = /\b(?:PHP )?(?:Fatal|Parse) error\b|\bUncaught\b/i;
const anyError = /\berror\b/i;
const place = /(\/[\w.@/-]+\.(?:php|[cm]?[jt]sx?)):(\d+)|(\/[\w.@/-]+\.php) on line (\d+)/;

export interface ErrorLine {
  /** The line as the application wrote it. */
  text: string;
  /** Where it failed, such as `plugins/shop-extra/init.php:12`; null if the line does not contain it. */
  place: string | null;
}

/**
 * The last line of a log that reports why the application failed: a fatal error, otherwise any error. Null without
 * one.
 */
export function findErrorLine(log: string): ErrorLine | null {
  const lines = log.split("\n").map((line) => line.trim());
  const text = lines.findLast((line) => fatal.test(line)) ?? lines.findLast((line) => anyError.test(line));
  if (text === undefined) return null;
  const [, file, line, otherFile, otherLine] = place.exec(text) ?? [];
  const path = (file ?? otherFile)?.replace(/^.*?\/(?=(?:wp-content|plugins|themes|mu-plugins)\/)/, "");
  return { text: text.slice(0, 500), place: path === undefined ? null : `${path}:${line ?? otherLine}` };
}
