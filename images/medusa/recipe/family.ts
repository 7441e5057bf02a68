import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import type { ImageFamily } from "@/scripts/images/image-family";
import { step } from "@/scripts/shell/steps";

/** Medusa's server, the storefront before it, and the databases that shops start from. */
export function family(env: Record<string, string | undefined>): ImageFamily {
  return {
    folders: ["medusa", "medusa-storefront", "postgres"],
    images: ["medusa", "medusa-storefront", "postgres"],
    intermediates: ["medusa-node", "medusa-npm", "medusa-snapshots"],
    async build({ base, ref, build }) {
      const secrets = npmSecrets(env);
      const server = { folder: "medusa", args: { BASE: base }, secrets };
      await step("Build the Medusa image, and shops to start from", async () => {
        await build({ ...server, ref: ref("medusa-node"), target: "node" });
        await build({ ...server, ref: ref("medusa-npm"), target: "npm" });
        await build({ ...server, ref: ref("medusa-snapshots"), target: "snapshots" });
        await build({ ...server, ref: ref("medusa") });
      });
      await step("Build the storefront's image", () =>
        build({
          folder: "medusa-storefront",
          args: { NODE: ref("medusa-node"), NPM: ref("medusa-npm") },
          ref: ref("medusa-storefront"),
          secrets,
        }),
      );
      await step("Build the PostgreSQL image", () =>
        build({
          folder: "postgres",
          args: { BASE: base, SNAPSHOTS: ref("medusa-snapshots") },
          ref: ref("postgres"),
        }),
      );
    },
  };
}

/** Where Debian keeps what a machine trusts, a company's own certificates among it. */
const debianCertificates = "/etc/ssl/certs/ca-certificates.crt";

/** This machine's npm settings and certificates, for the time of npm's run: they get into no image. */
function npmSecrets(env: Record<string, string | undefined>): Record<string, string> {
  const files = {
    npmrc: env.NPM_CONFIG_USERCONFIG ?? join(homedir(), ".npmrc"),
    certificates: env.NODE_EXTRA_CA_CERTS ?? debianCertificates,
  };
  return Object.fromEntries(Object.entries(files).filter(([, file]) => existsSync(file)));
}
