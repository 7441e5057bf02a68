import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";

const list = z.array(z.unknown()).nullish();
const kubeconfig = z.object({
  clusters: list,
  contexts: list,
  users: z
    .array(z.object({ name: z.string(), user: z.object({ tokenFile: z.string().optional() }).nullish() }))
    .nullish(),
});

/**
 * The token files of a kubeconfig, by user. KubeConfig knows a key `token-file` that kubeconfigs don't have, and not their
 * `tokenFile`. It also takes a section that is no list for an empty one; here that is an error.
 * Throws an Error that names the field.
 */
export function readTokenFiles(path: string): Map<string, string> {
  const { success, data, error } = kubeconfig.safeParse(parse(readFileSync(path, "utf8")));
  if (!success) {
    throw new Error(
      error.issues.map((issue) => `${issue.path.join(".") || "the file"}: ${issue.message}`).join("; "),
    );
  }
  return new Map(
    (data.users ?? []).flatMap(({ name, user }) => (user?.tokenFile ? [[name, user.tokenFile]] : [])),
  );
}
