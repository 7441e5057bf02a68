import type { AgentOptions } from "node:https";
import { setTimeout as delay } from "node:timers/promises";
import { KubeConfig } from "@kubernetes/client-node/dist/config.js";
import type { User } from "@kubernetes/client-node/dist/config_types.js";
import type { Dispatcher } from "undici";
import { AppError } from "@/lib/errors";
import { SharedDispatcher } from "./shared-dispatcher";

export interface RequestCredentials {
  headers: Record<string, string>;
  /** The connections that carry the client certificate, the CA and the proxy. */
  dispatcher: Dispatcher;
  /** Their source: see `renew`. */
  source: KubeConfig;
}

const patienceMs = 30_000;

/** The credentials of a KubeConfig, asked for before each request, so that a rotated token or certificate is used. */
export class ClusterCredentials {
  private readonly dispatcher = new SharedDispatcher();
  private config: KubeConfig;
  private pending: Promise<RequestCredentials> | null = null;

  constructor(private readonly load: () => KubeConfig) {
    this.config = load();
  }

  /** The configuration to use now; it changes with `renew`. */
  current(): KubeConfig {
    return authenticatorOf(this.config);
  }

  /**
   * The credentials to use now. Requests that ask at the same time share one run of an exec plugin. Rejects with
   * AppError `unavailable` where they can't be had within 30 s.
   */
  async get(): Promise<RequestCredentials> {
    const waiting = new AbortController();
    this.pending ??= this.apply();
    const { pending } = this;
    try {
      return await Promise.race([
        pending,
        delay(patienceMs, undefined, { signal: waiting.signal }).then(() => {
          throw new Error(`no answer within ${patienceMs / 1000} s`);
        }),
      ]);
    } catch (cause) {
      throw explainFailure(this.config.getCurrentUser(), cause as Error);
    } finally {
      waiting.abort();
      if (this.pending === pending) this.pending = null;
    }
  }

  /**
   * After the server refused credentials: reads the configuration again, which runs its exec plugin and reads its token
   * file again. Says whether there may be others now.
   */
  renew(refused: RequestCredentials): boolean {
    if (refused.source !== this.config) return true;
    // The file's refresh token may be used up: the provider can have replaced it when it last renewed the ID token.
    if (isOidc(this.config)) return false;
    try {
      this.config = this.load();
      return true;
    } catch {
      return false;
    }
  }

  close(): void {
    this.dispatcher.destroy();
  }

  private async apply(): Promise<RequestCredentials> {
    const { config } = this;
    const options: AgentOptions & { headers: Record<string, string>; auth?: string } = { headers: {} };
    await authenticatorOf(config).applyToHTTPSOptions(options);
    const headers = Object.fromEntries(
      // Files of tokens often end with a line break, which no header may hold.
      Object.entries(options.headers).map(([name, value]) => [name.toLowerCase(), value.trim()]),
    );
    if (options.auth) headers.authorization = `Basic ${Buffer.from(options.auth).toString("base64")}`;
    const dispatcher = this.dispatcher.for(
      config.createDispatcherOptions(config.getCurrentCluster(), options),
    );
    return { headers, dispatcher, source: config };
  }
}

/**
 * KubeConfig 2.0.1 takes the lifetime of a renewed OIDC token for the time of its expiry, and renews it for each request
 * from then on. A new KubeConfig over the same user reads the expiry from the token.
 */
function authenticatorOf(config: KubeConfig): KubeConfig {
  if (!isOidc(config)) return config;
  const fresh = new KubeConfig();
  fresh.loadFromOptions(config);
  return fresh;
}

function isOidc(config: KubeConfig): boolean {
  return config.getCurrentUser()?.authProvider?.name === "oidc";
}

function explainFailure(user: User | null, cause: Error): AppError {
  const unreadable = cause instanceof SyntaxError || cause instanceof TypeError;
  const reason = cause.message.trim().split("\n").at(-1);
  const fail = (what: string, detail: string | undefined, hint?: string) =>
    new AppError("unavailable", `${what} (${detail || "it gave no reason"}).${hint ? ` ${hint}` : ""}`, {
      cause,
    });
  if (user?.exec) {
    const { command, installHint } = user.exec as { command: string; installHint?: string };
    const detail = unreadable ? "it printed no ExecCredential" : reason;
    return fail(`The credential plugin ${command} of the kubeconfig failed`, detail, installHint);
  }
  if (user?.authProvider?.name === "tokenFile") {
    return fail(`The token file ${user.authProvider.config.tokenFile} can't be read`, reason);
  }
  if (user?.authProvider?.name === "oidc") {
    const issuer = user.authProvider.config["idp-issuer-url"];
    const next =
      "Sign in again with kubectl. Where the provider has a certificate authority of its own, set NODE_EXTRA_CA_CERTS to it.";
    return fail(`The OIDC token can't be renewed at ${issuer}`, reason, next);
  }
  return fail("The credentials of the kubeconfig can't be used", reason);
}
