let lastOpener: HTMLElement | null = null;

/**
 * The element to focus again after an overlay closes: the focused element, the button of a menu, or, for a dialog that
 * replaces another one, the opener of that one.
 */
export function findOpener(): HTMLElement | null {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || focused.closest("[role=dialog]")) return lastOpener;
  const button = focused.closest("[role=menu]")?.getAttribute("aria-labelledby");
  lastOpener = button ? document.getElementById(button) : focused;
  return lastOpener;
}

/** Focuses the opener, or the page's content if the opener was removed. */
export function restoreFocus(opener: HTMLElement | null): void {
  const target = opener?.isConnected ? opener : document.getElementById("content");
  target?.focus();
}
