/** A phrase with a capital letter, as a sentence begins. */
export function startSentence(phrase: string): string {
  return phrase.charAt(0).toUpperCase() + phrase.slice(1);
}
