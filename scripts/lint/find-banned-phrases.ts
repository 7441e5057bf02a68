import { matchesGlob } from "node:path";
import type { PhraseRule } from "./phrase-rules";

export interface Finding {
  path: string;
  /** Counted from 1. */
  line: number;
  found: string;
  instead: string;
}

/**
 * Finds the phrases that the rules ban, in a file's text. Case is ignored, a phrase may continue on the next
 * line of a comment, and the words of a `camelCase` or `snake_case` name count as words.
 */
export function findBannedPhrases(rules: readonly PhraseRule[], path: string, text: string): Finding[] {
  const words = separateWords(text);
  return rules
    .filter((rule) => applies(rule, path))
    .flatMap((rule) => rule.phrases.flatMap((phrase) => findPhrase(phrase, words)).map(toFinding(rule, path)))
    .sort((one, other) => one.line - other.line);
}

function applies(rule: PhraseRule, path: string): boolean {
  const inside = rule.only === undefined || matchesAny(path, rule.only);
  return inside && !matchesAny(path, Object.keys(rule.except));
}

export function matchesAny(path: string, globs: readonly string[]): boolean {
  return globs.some((glob) => matchesGlob(path, glob));
}

/** Only spaces are inserted or put in place of other characters, so that line numbers stay the same. */
function separateWords(text: string): string {
  return text.replace(/([a-z0-9])(?=[A-Z])/g, "$1 ").replaceAll("_", " ");
}

function findPhrase(phrase: string, text: string): { line: number; found: string }[] {
  const between = String.raw`(?:[^\S\n]+|\s*\n[\s*/#>|]*)`;
  const pattern = new RegExp(String.raw`(?<![\w-])${phrase.split(" ").join(between)}(?![\w-])`, "gi");
  return [...text.matchAll(pattern)].map((match) => ({
    line: text.slice(0, match.index).split("\n").length,
    found: phrase,
  }));
}

function toFinding(rule: PhraseRule, path: string) {
  return ({ line, found }: { line: number; found: string }): Finding => ({
    path,
    line,
    found,
    instead: rule.instead,
  });
}
