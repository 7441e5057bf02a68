/** The address parameters of a page. */
export interface PageProps<Params = object> {
  params: Promise<Params>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}
