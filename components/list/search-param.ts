/** A page's query parameter: the first value if there are several, undefined if it is empty. */
export function searchParam(value: string | string[] | undefined): string | undefined {
  const first = Array.isArray(value) ? value[0] : value;
  return first === "" ? undefined : first?.slice(0, 500);
}
