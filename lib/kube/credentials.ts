import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { env as inherited } from "node:process";
import { promisify } from "node:util";
import { AppError } from "@/lib/errors";

export interface Credentials {
  token?: string;
  /** A client certificate and its key, PEM. */
  certificate?: { cert: string; key: string };
}

export interface CredentialSource {
  /** The credentials to use now; throws AppError `unavailable` where they can't be had. */
  get(): Promise<Credentials>;
  /** The server refused them: the next `get` fetches anew. */
  discard(): void;
}

const run = promisify(execFile);
const tokenFileAgeMs = 60_000;
const expiryMarginMs = 60_000;
const pluginTimeoutMs = 30_000;

export function fixedCredentials(credentials: Credentials): CredentialSource {
  return { get: async () => credentials, discard: () => {} };
}

/** A token that the kubelet (or somebody else) rewrites before it runs out. */
export function tokenFileCredentials(path: string): CredentialSource {
  return cached(async () => {
    const token = (await readFile(path, "utf8")).trim();
    return { credentials: { token }, expiresAtMs: Date.now() + tokenFileAgeMs };
  }, `The token file ${path} can't be read`);
}

export interface ExecPlugin {
  command: string;
  args: string[];
  env: Record<string, string>;
  apiVersion: string;
  installHint?: string;
}

/** A program that prints an ExecCredential: `aws eks get-token`, `gke-gcloud-auth-plugin` and the like. */
export function execCredentials(plugin: ExecPlugin): CredentialSource {
  return cached(
    async () => {
      const info = { apiVersion: plugin.apiVersion, kind: "ExecCredential", spec: { interactive: false } };
      const { stdout } = await run(plugin.command, plugin.args, {
        timeout: pluginTimeoutMs,
        env: { ...inherited, ...plugin.env, KUBERNETES_EXEC_INFO: JSON.stringify(info) },
      });
      const { status } = JSON.parse(stdout);
      const { token, clientCertificateData: cert, clientKeyData: key, expirationTimestamp } = status;
      return {
        credentials: { token, certificate: cert && key ? { cert, key } : undefined },
        expiresAtMs: expirationTimestamp
          ? Date.parse(expirationTimestamp) - expiryMarginMs
          : Number.POSITIVE_INFINITY,
      };
    },
    `The sign-in program ${plugin.command} of the kubeconfig failed`,
    plugin.installHint,
  );
}

function cached(
  fetch: () => Promise<{ credentials: Credentials; expiresAtMs: number }>,
  failure: string,
  hint?: string,
): CredentialSource {
  let current: ReturnType<typeof fetch> | null = null;
  let expiresAtMs = 0;
  return {
    async get() {
      if (!current || Date.now() >= expiresAtMs) {
        expiresAtMs = Number.POSITIVE_INFINITY;
        current = fetch();
      }
      try {
        const fetched = await current;
        expiresAtMs = fetched.expiresAtMs;
        return fetched.credentials;
      } catch (cause) {
        current = null;
        const reason = (cause as Error).message.trim().split("\n").at(-1);
        throw new AppError("unavailable", `${failure} (${reason}).${hint ? ` ${hint}` : ""}`, { cause });
      }
    },
    discard() {
      current = null;
    },
  };
}
