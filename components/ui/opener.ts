let lastOpener: HTMLElement | null = null;

/**
 * What has the focus as something opens over the page, and is to have it back: of a menu its button, since menus close;
 * of a dialog that takes another one's place, what had it before that one.
 */
export function findOpener(): HTMLElement | null {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || focused.closest("[role=dialog]")) return lastOpener;
  const button = focused.closest("[role=menu]")?.getAttribute("aria-labelledby");
  lastOpener = button ? document.getElementById(button) : focused;
  return lastOpener;
}

/** Where it is gone, by what was done meanwhile, the page's content gets the focus. */
export function giveFocusBack(opener: HTMLElement | null): void {
  const target = opener?.isConnected ? opener : document.getElementById("content");
  target?.focus();
}
