import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findBannedPhrases, matchesAny } from "./find-banned-phrases";
import { type PhraseRule, readPhraseRules } from "./phrase-rules";

const rule: PhraseRule = { phrases: ["anew", "of before"], instead: '"again"', except: {} };

const lines = (text: string, path = "lib/a.ts", rules: PhraseRule[] = [rule]) =>
  findBannedPhrases(rules, path, text).map(({ line, found }) => `${line} ${found}`);

describe("findBannedPhrases", () => {
  it.each([
    ["a word", "Render it anew.", ["1 anew"]],
    ["a capital letter", "Anew: render.", ["1 anew"]],
    ["a word of a camelCase name", "one();\nrenderAnew();", ["2 anew"]],
    ["a word of a snake_case name", "render_anew", ["1 anew"]],
    [
      "a phrase that continues on the next line of a comment",
      "/**\n * The owner of\n * before.\n */",
      ["2 of before"],
    ],
    ["a phrase that continues on the next line of a document", "The owner of\nbefore", ["1 of before"]],
    ["two phrases", "of before\n\nanew", ["1 of before", "3 anew"]],
    ["part of another word", "renew", []],
    ["words of two paragraphs' sentences", "speak of. Before", []],
  ])("%s", (_, text, expected) => expect(lines(text)).toEqual(expected));

  it("skips a file that is listed as an exception", () => {
    const allowed = { ...rule, except: { "images/**": "a wire path" } };
    expect(lines("anew", "images/a/b.php", [allowed])).toEqual([]);
    expect(lines("anew", "lib/b.ts", [allowed])).toEqual(["1 anew"]);
  });

  it("checks only the files that a limited rule names", () => {
    const limited = { ...rule, only: ["lib/**"] };
    expect(lines("anew", "docs/a.md", [limited])).toEqual([]);
    expect(lines("anew", "lib/b.ts", [limited])).toEqual(["1 anew"]);
  });

  it("reports what to write instead", () => {
    expect(findBannedPhrases([rule], "a.md", "anew")[0]?.instead).toBe('"again"');
  });
});

describe("banned-phrases.yaml", () => {
  const { rules, paths } = readPhraseRules();

  it("lists each phrase once", () => {
    const phrases = rules.flatMap((one) => one.phrases);
    expect(phrases.filter((phrase, index) => phrases.indexOf(phrase) !== index)).toEqual([]);
  });

  it("covers the code and the documents", () => {
    const samples = ["README.md", "lib/domain/store.ts", "lib/boot.ts", "app/(auth)/sign-in/page.tsx"];
    expect(samples.filter((path) => !matchesAny(path, paths))).toEqual([]);
  });

  it("lists the project's words in order, once and in lower case", () => {
    const words = readFileSync(new URL("project-words.txt", import.meta.url), "utf8")
      .trim()
      .split("\n");
    expect(words).toEqual([...new Set(words.map((word) => word.toLowerCase()))].sort());
  });
});
