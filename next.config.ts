import type { NextConfig } from "next";
import { PHASE_DEVELOPMENT_SERVER, PHASE_PRODUCTION_SERVER } from "next/constants";
import { collectEngines } from "./scripts/collect-engines.ts";

/** Next's own start-up script and styles are inline, which needs 'unsafe-inline'; everything comes from this origin. */
function contentSecurityPolicy(development: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'unsafe-inline'${development ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

export default function config(phase: string): NextConfig {
  const development = phase === PHASE_DEVELOPMENT_SERVER;
  // What is built is as it is.
  if (phase !== PHASE_PRODUCTION_SERVER) collectEngines(process.cwd());
  return {
    poweredByHeader: false,
    typedRoutes: true,
    reactStrictMode: true,
    devIndicators: false,
    allowedDevOrigins: ["127.0.0.1"],
    serverExternalPackages: ["better-sqlite3", "@node-rs/argon2", "pino"],
    images: { unoptimized: true },
    // `npm test` checks the types of everything in a stage of its own; a build needs to read the app alone.
    typescript: { ignoreBuildErrors: true },
    // At rest the app is meant to be small: nothing is kept or loaded before it is asked for.
    cacheMaxMemorySize: 0,
    experimental: {
      preloadEntriesOnStart: false,
      optimizePackageImports: ["radix-ui"],
    },
    redirects: async () => [{ source: "/stores", destination: "/", permanent: false }],
    headers: async () => [
      {
        // What hands a browser on to a shop's admin pages has a policy of its own.
        source: "/((?!api/stores/[^/]+/admin-session$).*)",
        headers: [
          { key: "Content-Security-Policy", value: contentSecurityPolicy(development) },
          { key: "X-Frame-Options", value: "DENY" },
          { key: "X-Content-Type-Options", value: "nosniff" },
          { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
          { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=()" },
        ],
      },
    ],
  };
}
