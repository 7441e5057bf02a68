/**
 * How well a command fits what was typed: each typed word must begin a word of it, or stand somewhere in it. Null where
 * it does not fit; the smaller the better. Pure.
 */
export function rank(text: string, typed: string): number | null {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const lower = text.toLowerCase();
  let score = 0;
  for (const word of wanted) {
    const at = lower.indexOf(word);
    if (at === -1) return null;
    const beginsWord = at === 0 || /[\s\-_.@/]/.test(lower[at - 1] ?? "");
    score += (at === 0 ? 0 : beginsWord ? 1 : 3) + lower.length / 1_000;
  }
  return score;
}
