import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../shell/state";
import { type Finding, findBannedPhrases, matchesAny } from "./find-banned-phrases";
import { readPhraseRules } from "./phrase-rules";

/** Checks every file that git lists against `banned-phrases.yaml`. */
export function checkPhrases(): Finding[] {
  const { paths, ignore, rules } = readPhraseRules();
  return listFiles()
    .filter((path) => matchesAny(path, paths) && !matchesAny(path, Object.keys(ignore)))
    .flatMap((path) => findBannedPhrases(rules, path, readFileSync(join(projectRoot, path), "utf8")));
}

function listFiles(): string[] {
  const args = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  return execFileSync("git", args, { cwd: projectRoot, encoding: "utf8", maxBuffer: 64 * 2 ** 20 })
    .split("\0")
    .filter((path) => path !== "" && existsSync(join(projectRoot, path)));
}
