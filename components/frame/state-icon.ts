import type { Tone } from "../ui/badge";

/** Tab icons have no access to CSS variables or the theme: these colours are visible on light and on dark. */
const dots: Record<Tone, string> = {
  neutral: "#8a8580",
  good: "#1fa45b",
  busy: "#3b7bf0",
  warn: "#eda11a",
  bad: "#e0362f",
};

/** The logo with a dot in the tone's colour, as a data URL. */
export function stateIcon(tone: Tone): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#e0562b"/><path fill="#fff" d="M8.6 7.5h14.8c.5 0 1 .3 1.2.8l1.9 4.7v.7a3.5 3.5 0 0 1-7 0 3.5 3.5 0 0 1-7 0 3.5 3.5 0 0 1-7 0V13l1.9-4.7c.2-.5.7-.8 1.2-.8Z"/><circle cx="24" cy="24" r="8" fill="#fff"/><circle cx="24" cy="24" r="6" fill="${dots[tone]}"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
