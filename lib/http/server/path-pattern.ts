/** Matches the paths that a path of the API's contract stands for; its parameters become named groups. */
export function pathPattern(path: string): RegExp {
  const pattern = path
    .replaceAll(".", "\\.")
    .replace("{\\.\\.\\.}", ".+")
    .replaceAll(/\{(\w+)\}/g, "(?<$1>[^/]+)");
  return new RegExp(`^${pattern}/?$`);
}
