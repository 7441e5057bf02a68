/** What a page is given of its address. */
export interface PageProps<Params = object> {
  params: Promise<Params>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}
