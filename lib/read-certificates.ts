import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";

const certificate = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** Reads a file of PEM certificates. Throws an Error with the reason if it cannot be read or has none. */
export function readCertificates(file: string): string {
  const found = readFileSync(file, "utf8").match(certificate);
  if (found === null) throw new Error("it contains no PEM certificate");
  for (const pem of found) new X509Certificate(pem);
  return found.join("\n");
}
