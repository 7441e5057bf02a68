import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { projectRoot } from "../shell/state";

const phraseRule = z.strictObject({
  /** Plain words, each form written out. */
  phrases: z.array(z.string().regex(/^[a-z' -]+$/)).min(1),
  /** What to write instead. */
  instead: z.string().min(1),
  /** Globs of the only files that the rule holds for; without it, all files. */
  only: z.array(z.string()).optional(),
  /** Globs of files that may use the phrase, each with the reason. */
  except: z.record(z.string(), z.string().min(1)).default({}),
});

const phraseRules = z.strictObject({
  /** Globs of the files that are checked. */
  paths: z.array(z.string()).min(1),
  /** Globs of files that are not checked, each with the reason. */
  ignore: z.record(z.string(), z.string().min(1)),
  rules: z.array(phraseRule).min(1),
});

export type PhraseRule = z.infer<typeof phraseRule>;
export type PhraseRules = z.infer<typeof phraseRules>;

/** Reads `banned-phrases.yaml`; throws where the file has another shape. */
export function readPhraseRules(): PhraseRules {
  return phraseRules.parse(
    parse(readFileSync(join(projectRoot, "scripts/lint/banned-phrases.yaml"), "utf8")),
  );
}
