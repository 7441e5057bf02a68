/** The path of one of this shop's pictures, without the host, so that it works under every address of the shop. */
export function picturePath(url: string): string {
  const { pathname } = new URL(url, "http://shop.invalid");
  return pathname.startsWith("/static/") ? pathname : url;
}
