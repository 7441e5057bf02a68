import { isIP } from "node:net";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { z } from "zod";
import { accountEmail } from "@/lib/domain/account-email";
import { newPassword } from "@/lib/domain/new-password";
import { parseSoftware, type Software } from "@/lib/domain/software-version";
import { readCertificates } from "@/lib/read-certificates";

const flag = z.stringbool().default(false);

function splitList(text: string): string[] {
  return text
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
}

function isAddressOrNetwork(entry: string): boolean {
  const [address = "", bits, ...more] = entry.split("/");
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}

/** A file of PEM certificates; the value is their text. */
const certificateFile = z.string().transform((file, context) => {
  try {
    return readCertificates(file);
  } catch (error) {
    context.addIssue({ code: "custom", message: `${file} cannot be used: ${(error as Error).message}` });
    return z.NEVER;
  }
});

/** Variables that are only valid together. */
const givenTogether = [
  ["GITHUB_CLIENT_ID", "GITHUB_CLIENT_SECRET"],
  ["GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET"],
  ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"],
] as const;

/** An external sign-in provider. */
export interface ProviderSettings {
  id: "github" | "google" | "oidc";
  /** The label on the sign-in page. */
  label: string;
  /** Only for OpenID Connect; the issuers of the others are fixed. */
  issuer?: string;
  clientId: string;
  clientSecret: string;
}

type ProviderVariables = Partial<Record<(typeof givenTogether)[number][number], string>>;

function listProviders(env: ProviderVariables & { OIDC_NAME: string }): ProviderSettings[] {
  const all = [
    { id: "github", label: "GitHub", clientId: env.GITHUB_CLIENT_ID, clientSecret: env.GITHUB_CLIENT_SECRET },
    { id: "google", label: "Google", clientId: env.GOOGLE_CLIENT_ID, clientSecret: env.GOOGLE_CLIENT_SECRET },
    {
      id: "oidc",
      label: env.OIDC_NAME,
      issuer: env.OIDC_ISSUER,
      clientId: env.OIDC_CLIENT_ID,
      clientSecret: env.OIDC_CLIENT_SECRET,
    },
  ] as const;
  return all.flatMap(({ clientId, clientSecret, ...rest }) =>
    clientId === undefined || clientSecret === undefined ? [] : [{ ...rest, clientId, clientSecret }],
  );
}

const environment = z
  .object({
    NODE_ENV: z.string().default("production"),
    HOST: z.string().default("127.0.0.1"),
    PORT: z.coerce.number().int().min(0).max(65535).default(3000),
    STOREYARD_STATE: z.string().default(join(homedir(), ".local/state/storeyard")),
    DATABASE_FILE: z.string().optional(),
    KUBECONFIG: z.string().optional(),
    KUBE_CONTEXT: z.string().optional(),
    HELM: z.string().default("helm"),
    STORE_DOMAIN: z.string().default("localhost"),
    STORE_SCHEME: z.enum(["http", "https"]).default("http"),
    STORE_PORT: z.coerce.number().int().min(1).max(65535).optional(),
    MOVE_STORES: flag,
    INGRESS_ORIGIN: z.url().default("http://127.0.0.1:8080"),
    STORE_CA_FILE: certificateFile.optional(),
    TLS_BEFORE_INGRESS: flag,
    INGRESS_CLASS: z.string().default(""),
    CHART_VALUES: z.string().default("values-local.yaml"),
    WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(200).default(3),
    CAPACITY_CHECK: z.stringbool().default(true),
    MAX_STORES: z.coerce.number().int().min(1).default(5),
    CREATE_DEADLINE_MS: z.coerce.number().int().min(1_000).default(300_000),
    ADMIN_EMAIL: accountEmail.default("admin@example.com"),
    ADMIN_PASSWORD: newPassword.optional(),
    OPEN_REGISTRATION: flag,
    GITHUB_CLIENT_ID: z.string().optional(),
    GITHUB_CLIENT_SECRET: z.string().optional(),
    GOOGLE_CLIENT_ID: z.string().optional(),
    GOOGLE_CLIENT_SECRET: z.string().optional(),
    OIDC_ISSUER: z.url().optional(),
    OIDC_CLIENT_ID: z.string().optional(),
    OIDC_CLIENT_SECRET: z.string().optional(),
    OIDC_NAME: z.string().max(40).default("Single sign-on"),
    NEXTAUTH_URL: z.url().default("http://localhost:3000"),
    NEXTAUTH_SECRET: z.string().min(32).optional(),
    TRUSTED_PROXIES: z
      .string()
      .default("")
      .transform(splitList)
      .refine((entries) => entries.every(isAddressOrNetwork), {
        error: "list addresses or networks, such as 10.0.0.1,10.1.0.0/16",
      }),
    RATE_LIMIT_PER_MINUTE: z.coerce.number().int().min(1).default(100),
    RATE_LIMIT_CREATES_PER_MINUTE: z.coerce.number().int().min(1).default(60),
    RATE_LIMIT_SIGN_INS_PER_QUARTER_HOUR: z.coerce.number().int().min(1).default(10),
    METRICS_TOKEN: z.string().min(16).optional(),
    LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  })
  .superRefine((env, context) => {
    for (const names of givenTogether) {
      const given = names.filter((name) => env[name] !== undefined);
      const missing = names.filter((name) => env[name] === undefined);
      if (given.length === 0 || missing.length === 0) continue;
      const message = `is required with ${given.join(" and ")}`;
      for (const name of missing) context.addIssue({ code: "custom", path: [name], message });
    }
  })
  .superRefine((env, context) => {
    const refuse = (name: string, message: string) =>
      context.addIssue({ code: "custom", path: [name], message });
    const https = env.INGRESS_ORIGIN.startsWith("https:");
    if (env.STORE_SCHEME === "https" && !https && !env.TLS_BEFORE_INGRESS) {
      refuse(
        "INGRESS_ORIGIN",
        "stores with STORE_SCHEME=https redirect plain http: use the Ingress's https address, or set TLS_BEFORE_INGRESS=true where a proxy before the Ingress ends TLS",
      );
    }
    if (env.TLS_BEFORE_INGRESS && env.STORE_SCHEME === "http") {
      refuse("TLS_BEFORE_INGRESS", "needs STORE_SCHEME=https: visitors of these stores use https");
    }
    if (env.STORE_CA_FILE !== undefined && !https) {
      refuse(
        "STORE_CA_FILE",
        "needs an INGRESS_ORIGIN with https: no certificate is checked over plain http",
      );
    }
  })
  .transform((env) => ({
    ...env,
    databaseFile: env.DATABASE_FILE ?? join(env.STOREYARD_STATE, "storeyard.db"),
  }))
  .transform((env) => ({
    server: { host: env.HOST, port: env.PORT, dev: env.NODE_ENV === "development" },
    stateDirectory: env.STOREYARD_STATE,
    databaseFile: env.databaseFile,
    setUpFile: join(env.STOREYARD_STATE, "set-up-link.txt"),
    kubeconfig: env.KUBECONFIG,
    kubeContext: env.KUBE_CONTEXT,
    helm: env.HELM,
    address: { scheme: env.STORE_SCHEME, domain: env.STORE_DOMAIN, port: env.STORE_PORT },
    moveStores: env.MOVE_STORES,
    ingressOrigin: env.INGRESS_ORIGIN,
    shopCa: env.STORE_CA_FILE,
    tlsBeforeIngress: env.TLS_BEFORE_INGRESS,
    ingressClass: env.INGRESS_CLASS,
    valuesFiles: splitList(env.CHART_VALUES),
    workerConcurrency: env.WORKER_CONCURRENCY,
    capacityCheck: env.CAPACITY_CHECK,
    maxStores: env.MAX_STORES,
    createDeadlineMs: env.CREATE_DEADLINE_MS,
    admin: { email: env.ADMIN_EMAIL, password: env.ADMIN_PASSWORD },
    auth: { url: env.NEXTAUTH_URL, secret: env.NEXTAUTH_SECRET, providers: listProviders(env) },
    openRegistration: env.OPEN_REGISTRATION,
    trustedProxies: env.TRUSTED_PROXIES,
    rateLimits: {
      requests: { most: env.RATE_LIMIT_PER_MINUTE, windowMs: 60_000 },
      create: { most: env.RATE_LIMIT_CREATES_PER_MINUTE, windowMs: 60_000 },
      "sign-in": { most: env.RATE_LIMIT_SIGN_INS_PER_QUARTER_HOUR, windowMs: 15 * 60_000 },
    },
    rateLimitsFile: join(dirname(env.databaseFile), "rate-limits.db"),
    metricsToken: env.METRICS_TOKEN,
    logLevel: env.LOG_LEVEL,
  }));

export interface Settings extends z.output<typeof environment> {
  /** Image references by image name: `MEDUSA_STOREFRONT_IMAGE` is `medusa-storefront`. */
  images: Readonly<Record<string, string>>;
  /** Software versions by image name, if known: `WORDPRESS_VERSIONS` is “WordPress 6.9.4, …”. */
  versions: Readonly<Record<string, Software>>;
  /** Availability of store types: `<TYPE>_AVAILABLE`, and `<TYPE>_REASON` if a type is unavailable. */
  availability: Readonly<Record<string, TypeAvailability>>;
}

type TypeAvailability = { available: true } | { available: false; reason: string };

/** Name of the variable for an image or a store type: `my-shop` is `MY_SHOP_IMAGE`. */
export function variableOf(name: string, what: "IMAGE" | "VERSIONS" | "AVAILABLE" | "REASON"): string {
  return `${name.toUpperCase().replaceAll("-", "_")}_${what}`;
}

/** All variables of one kind, by the name of their image or store type. The engines decide which names exist. */
function listVariables(source: Record<string, string | undefined>, what: Parameters<typeof variableOf>[1]) {
  return Object.entries(source).flatMap(([variable, value = ""]) => {
    const name = variable
      .replace(/_[A-Z]+$/, "")
      .toLowerCase()
      .replaceAll("_", "-");
    return value !== "" && variableOf(name, what) === variable ? [{ name, variable, value }] : [];
  });
}

function readAvailability(source: Record<string, string | undefined>) {
  const given = listVariables(source, "AVAILABLE");
  const parsed = z
    .record(z.string(), z.stringbool())
    .safeParse(Object.fromEntries(given.map(({ variable, value }) => [variable, value])));
  const availability: Record<string, TypeAvailability> = {};
  for (const { name, variable } of given) {
    const reason = source[variableOf(name, "REASON")] || `${variable} is set to false.`;
    availability[name] = parsed.data?.[variable] ? { available: true } : { available: false, reason };
  }
  return { availability, issues: parsed.error?.issues ?? [] };
}

/** Reads the environment. Throws an error with one line per invalid variable. An empty variable counts as unset. */
export function readSettings(source: Record<string, string | undefined> = process.env): Settings {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = environment.safeParse(given);
  const { availability, issues: unclear } = readAvailability(given);
  const images = Object.fromEntries(listVariables(given, "IMAGE").map(({ name, value }) => [name, value]));
  const versions = Object.fromEntries(
    listVariables(given, "VERSIONS").map(({ name, value }) => [name, parseSoftware(value)]),
  );
  if (parsed.success && unclear.length === 0) return { ...parsed.data, images, versions, availability };
  const issues = [...(parsed.error?.issues ?? []), ...unclear];
  const lines = issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`The configuration is invalid:\n  ${lines.join("\n  ")}`);
}
