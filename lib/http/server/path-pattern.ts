/** A pattern for the URL paths of a path in the API's contract. Its parameters become named groups. */
export function pathPattern(path: string): RegExp {
  const pattern = path
    .replaceAll(".", "\\.")
    .replace("{\\.\\.\\.}", ".+")
    .replaceAll(/\{(\w+)\}/g, "(?<$1>[^/]+)");
  return new RegExp(`^${pattern}/?$`);
}
