/** One value of a page's query: the first where there are several, nothing where it is empty. */
export function searchParam(value: string | string[] | undefined): string | undefined {
  const first = Array.isArray(value) ? value[0] : value;
  return first === "" ? undefined : first?.slice(0, 500);
}
