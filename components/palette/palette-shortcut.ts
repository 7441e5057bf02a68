/** The palette's shortcut as this User-Agent's system writes it. Used on the server, so that hydration changes nothing. */
export function paletteShortcut(userAgent: string | null): string {
  return /\b(Macintosh|iPhone|iPad)\b/.test(userAgent ?? "") ? "⌘K" : "Ctrl K";
}
