import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface TestCertificate {
  cert: string;
  key: string;
}

/** A certificate authority for the length of a test run, and what it signs. Needs the `openssl` command. */
export function createTestAuthority(): { ca: string; sign(name: string): TestCertificate } {
  const directory = mkdtempSync(join(tmpdir(), "storeyard-certificates-"));
  const path = (file: string) => join(directory, file);
  const create = (name: string, ...more: string[]) => {
    const files = ["-keyout", path(`${name}.key`), "-out", path(`${name}.crt`)];
    const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
    const subject = ["-subj", `/CN=${name}`, "-days", "2"];
    execFileSync("openssl", ["req", "-x509", ...key, ...files, ...subject, ...more], { stdio: "pipe" });
    return {
      cert: readFileSync(path(`${name}.crt`), "utf8"),
      key: readFileSync(path(`${name}.key`), "utf8"),
    };
  };
  const { cert: ca } = create("ca");
  const names = ["-addext", "subjectAltName=IP:127.0.0.1,DNS:localhost,DNS:kubernetes"];
  return { ca, sign: (name) => create(name, "-CA", path("ca.crt"), "-CAkey", path("ca.key"), ...names) };
}
