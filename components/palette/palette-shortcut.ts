/**
 * How the palette's shortcut is written where this User-Agent runs. Asked on the server: the page is drawn with it, and
 * nothing of it changes once the page is live.
 */
export function paletteShortcut(userAgent: string | null): string {
  return /\b(Macintosh|iPhone|iPad)\b/.test(userAgent ?? "") ? "⌘K" : "Ctrl K";
}
