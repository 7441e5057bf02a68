import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import {
  type CredentialSource,
  execCredentials,
  fixedCredentials,
  tokenFileCredentials,
} from "./credentials";

/** Where the API server is and how to speak to it. */
export interface ClusterAccess {
  server: URL;
  /** The context's name, or `in-cluster`. */
  context: string;
  ca?: string;
  /** The name in the server's certificate, where it isn't the one in its address. */
  tlsServerName?: string;
  insecure: boolean;
  credentials: CredentialSource;
}

const text = z.string().min(1).nullish();
const named = <T extends z.ZodType>(field: string, schema: T) =>
  z
    .array(z.object({ name: z.string(), [field]: schema.nullish() }))
    .nullish()
    .transform((list) => list ?? []);

const clusterSchema = z.object({
  server: z.url(),
  "certificate-authority": text,
  "certificate-authority-data": text,
  "insecure-skip-tls-verify": z.boolean().nullish(),
  "tls-server-name": text,
  "proxy-url": text,
});
const userSchema = z.object({
  token: text,
  tokenFile: text,
  "client-certificate": text,
  "client-certificate-data": text,
  "client-key": text,
  "client-key-data": text,
  "auth-provider": z.unknown().optional(),
  exec: z
    .object({
      apiVersion: z.string(),
      command: z.string().min(1),
      args: z.array(z.string()).nullish(),
      env: z.array(z.object({ name: z.string(), value: z.string() })).nullish(),
      installHint: text,
    })
    .nullish(),
});
const contextSchema = z.object({ cluster: z.string(), user: z.string().nullish() });
const kubeconfigSchema = z.object({
  "current-context": text,
  clusters: named("cluster", clusterSchema),
  users: named("user", userSchema),
  contexts: named("context", contextSchema),
});

interface Entry<T> {
  value: T;
  /** Relative paths are relative to the file that names them. */
  directory: string;
}
interface Kubeconfig {
  current?: string;
  clusters: Map<string, Entry<z.infer<typeof clusterSchema>>>;
  users: Map<string, Entry<z.infer<typeof userSchema>>>;
  contexts: Map<string, Entry<z.infer<typeof contextSchema>>>;
}

/** The kubeconfig that is used where none is named, or null where there is none. */
export function findDefaultKubeconfig(): string | null {
  const path = join(homedir(), ".kube", "config");
  return existsSync(path) ? path : null;
}

/**
 * Reads one kubeconfig or a `:` separated list of them, as kubectl does: what is named first wins.
 * Written by hand because client-node's KubeConfig comes with all of its generated models: 85 MB of
 * memory in a process that may have 200.
 * Throws AppError `invalid` where a file, the context, or what it points to is missing or malformed.
 */
export function readKubeconfig(paths: string, contextName?: string): ClusterAccess {
  const config = mergeKubeconfigs(paths.split(delimiter).filter(Boolean));
  const name = contextName ?? config.current;
  if (!name) throw new AppError("invalid", `The kubeconfig ${paths} has no current context. Name one.`);
  const context = config.contexts.get(name);
  if (!context) {
    const known = [...config.contexts.keys()].join(", ") || "none";
    throw new AppError("invalid", `The kubeconfig ${paths} has no context "${name}". It has: ${known}.`);
  }
  const cluster = config.clusters.get(context.value.cluster);
  if (!cluster) {
    throw new AppError(
      "invalid",
      `The context "${name}" names a cluster that the kubeconfig ${paths} lacks.`,
    );
  }
  if (cluster.value["proxy-url"]) {
    throw new AppError("invalid", `The context "${name}" needs a proxy (proxy-url), which is not supported.`);
  }
  const user = context.value.user ? config.users.get(context.value.user) : undefined;
  return {
    server: new URL(cluster.value.server),
    context: name,
    ca: dataOrFile(
      cluster.value["certificate-authority-data"],
      cluster.value["certificate-authority"],
      cluster.directory,
    ),
    tlsServerName: cluster.value["tls-server-name"] ?? undefined,
    insecure: cluster.value["insecure-skip-tls-verify"] ?? false,
    credentials: user ? credentialsOf(user, name) : fixedCredentials({}),
  };
}

function mergeKubeconfigs(paths: string[]): Kubeconfig {
  const merged: Kubeconfig = { clusters: new Map(), users: new Map(), contexts: new Map() };
  for (const path of paths) {
    const directory = dirname(resolve(path));
    const file = parseKubeconfig(path);
    merged.current ??= file["current-context"] ?? undefined;
    for (const entry of file.clusters) addFirst(merged.clusters, entry.name, entry.cluster, directory);
    for (const entry of file.users) addFirst(merged.users, entry.name, entry.user, directory);
    for (const entry of file.contexts) addFirst(merged.contexts, entry.name, entry.context, directory);
  }
  return merged;
}

function addFirst<T>(map: Map<string, Entry<T>>, name: unknown, value: unknown, directory: string) {
  if (value && !map.has(name as string)) map.set(name as string, { value: value as T, directory });
}

function parseKubeconfig(path: string): z.infer<typeof kubeconfigSchema> {
  try {
    return kubeconfigSchema.parse(parse(readFileSync(path, "utf8")));
  } catch (cause) {
    const reason =
      cause instanceof z.ZodError
        ? cause.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; ")
        : (cause as Error).message;
    throw new AppError("invalid", `The kubeconfig ${path} can't be read: ${reason}`, { cause });
  }
}

function credentialsOf(user: Entry<z.infer<typeof userSchema>>, context: string): CredentialSource {
  const { value, directory } = user;
  if (value["auth-provider"]) {
    throw new AppError(
      "invalid",
      `The context "${context}" signs in with an auth-provider, which Kubernetes dropped. Use exec instead.`,
    );
  }
  if (value.exec) {
    const { command, args, env, apiVersion, installHint } = value.exec;
    return execCredentials({
      // A bare name is looked up in PATH; anything with a slash is a path beside the kubeconfig.
      command: command.includes("/") ? resolve(directory, command) : command,
      args: args ?? [],
      env: Object.fromEntries((env ?? []).map((entry) => [entry.name, entry.value])),
      apiVersion,
      installHint: installHint ?? undefined,
    });
  }
  if (value.tokenFile && !value.token) return tokenFileCredentials(resolve(directory, value.tokenFile));
  const cert = dataOrFile(value["client-certificate-data"], value["client-certificate"], directory);
  const key = dataOrFile(value["client-key-data"], value["client-key"], directory);
  return fixedCredentials({
    token: value.token ?? undefined,
    certificate: cert && key ? { cert, key } : undefined,
  });
}

function dataOrFile(data: string | null | undefined, path: string | null | undefined, directory: string) {
  if (data) return Buffer.from(data, "base64").toString("utf8");
  if (!path) return undefined;
  const absolute = resolve(directory, path);
  try {
    return readFileSync(absolute, "utf8");
  } catch (cause) {
    throw new AppError("invalid", `The kubeconfig names ${absolute}, which can't be read.`, { cause });
  }
}
