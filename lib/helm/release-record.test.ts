import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { digestManifest } from "./build-manifest";
import { buildReleaseRecord, decodeRelease, encodeRelease, withStatus } from "./release-record";
import { buildReleaseSecret, readRelease, releaseSecretName, summarizeRelease } from "./release-secret";

const now = new Date("2026-01-02T03:04:05.678Z");
const record = buildReleaseRecord({
  render: { release: "lamps", namespace: "store-lamps" },
  manifest: { text: "kind: A ä\n" },
  chart: { metadata: { name: "store", version: "0.1.0" }, values: { a: 1 } },
  config: { store: { title: "Lamps & co" } },
  version: 3,
  status: "pending-upgrade",
  description: "Preparing upgrade",
  firstDeployed: new Date("2026-01-01T00:00:00Z"),
  now,
});

test("a record is decoded from its Secret unchanged", () => {
  expect(decodeRelease(encodeRelease(record))).toEqual(record);
  expect(readRelease(buildReleaseSecret(record, now))).toEqual(record);
});

test("the Secret has the name, type and labels that Helm expects", () => {
  const secret = buildReleaseSecret(record, now);
  expect(secret).toMatchObject({ kind: "Secret", type: "helm.sh/release.v1" });
  expect(secret.metadata).toMatchObject({ name: "sh.helm.release.v1.lamps.v3", namespace: "store-lamps" });
  expect(secret.metadata.labels).toEqual({
    owner: "helm",
    name: "lamps",
    version: "3",
    status: "pending-upgrade",
    createdAt: "1767323045",
    "storeyard.dev/store": "lamps",
    "storeyard.dev/digest": `${digestManifest(record.manifest)}.v3`,
  });
  const inner = Buffer.from((secret.data as { release: string }).release, "base64").toString();
  const json = JSON.parse(gunzipSync(Buffer.from(inner, "base64")).toString());
  expect(json).toMatchObject({
    name: "lamps",
    version: 3,
    apply_method: "ssa",
    info: { status: "pending-upgrade" },
  });
});

test("names and label values stay within Kubernetes' limits for the longest store name", () => {
  const longest = { ...record, name: "a".repeat(40), version: 12345 };
  const { labels = {} } = buildReleaseSecret(longest, now).metadata;
  for (const value of Object.values(labels))
    expect(value).toMatch(/^[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/);
  expect(releaseSecretName(longest.name, longest.version).length).toBeLessThan(254);
});

test("a record that the platform wrote is summarised from its labels alone", () => {
  const secret = { ...buildReleaseSecret(record, now), data: undefined };
  expect(summarizeRelease(secret)).toEqual({
    version: 3,
    status: "pending-upgrade",
    digest: digestManifest(record.manifest),
    byPlatform: true,
  });
});

test("a manual helm operation is recognised although Helm copies the platform's labels", () => {
  const ours = buildReleaseSecret(record, now);
  const byHand = { ...record, version: 4, manifest: "kind: B\n" };
  const secret = buildReleaseSecret(byHand, now, ours);
  expect(secret.metadata.labels?.["storeyard.dev/digest"]).toMatch(/\.v3$/);
  expect(summarizeRelease(secret)).toMatchObject({
    version: 4,
    digest: digestManifest("kind: B\n"),
    byPlatform: false,
  });
});

test("a change of status keeps labels and fields that others set", () => {
  const known = buildReleaseSecret(record, now);
  known.metadata.resourceVersion = "77";
  known.metadata.labels = { ...known.metadata.labels, team: "red" };
  const written = { ...record, hooks: [{ name: "h" }] };
  const secret = buildReleaseSecret(
    withStatus(written, "superseded"),
    new Date("2026-02-01T00:00:00Z"),
    known,
  );
  expect(secret.metadata.resourceVersion).toBe("77");
  expect(secret.metadata.labels).toMatchObject({
    team: "red",
    status: "superseded",
    createdAt: "1767323045",
    modifiedAt: "1769904000",
  });
  expect(readRelease(secret)).toMatchObject({ hooks: [{ name: "h" }], info: { status: "superseded" } });
});

test("data that is not a release is refused", () => {
  expect(() => decodeRelease("bm9wZQ==")).toThrow(expect.objectContaining({ code: "invalid" }));
});
