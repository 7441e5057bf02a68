/** A picture of this shop by its path alone, so that it is found under whatever address the shop is visited. */
export function picturePath(url: string): string {
  const { pathname } = new URL(url, "http://shop.invalid");
  return pathname.startsWith("/static/") ? pathname : url;
}
