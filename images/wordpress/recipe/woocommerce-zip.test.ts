import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { assertWooCommerce, findWooCommerce } from "./woocommerce-zip";

const header = (name: string) => `<?php\n/**\n * Plugin Name: ${name}\n * Version: 11.0.1\n */\n`;
const plugin = zipOf("woocommerce/woocommerce.php", header("WooCommerce"));
const sha256 = (content: Buffer) => createHash("sha256").update(content).digest("hex");

describe("the WooCommerce package", () => {
  let directory: string;
  let server: Server;
  let served: { status: number; body: Buffer; asked: number };
  let origin: string;

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), "woocommerce-"));
    vi.stubEnv("STOREYARD_CACHE", directory);
    served = { status: 200, body: plugin, asked: 0 };
    server = createServer((_, response) => {
      served.asked++;
      response.writeHead(served.status).end(served.body);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/woocommerce.zip`;
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    server.close();
    rmSync(directory, { recursive: true });
  });

  const fileOf = (content: Buffer) => {
    const file = join(directory, "given.zip");
    writeFileSync(file, content);
    return file;
  };

  it("is read from a path", async () => {
    const file = fileOf(plugin);
    const found = await findWooCommerce({ WOOCOMMERCE_ZIP: file, WOOCOMMERCE_SHA256: sha256(plugin) });
    expect(found).toMatchObject({ available: true, file, sha256: sha256(plugin) });
  });

  it("is refused if it does not match the SHA-256", async () => {
    const env = { WOOCOMMERCE_ZIP: fileOf(plugin), WOOCOMMERCE_SHA256: "0".repeat(64) };
    await expect(findWooCommerce(env)).rejects.toThrow(/is not the file that was asked for/);
  });

  it("is refused if the SHA-256 is malformed or the path does not exist", async () => {
    const given = { WOOCOMMERCE_ZIP: fileOf(plugin), WOOCOMMERCE_SHA256: "c1d5" };
    await expect(findWooCommerce(given)).rejects.toThrow(/64 hexadecimal digits/);
    await expect(findWooCommerce({ WOOCOMMERCE_ZIP: "/nowhere.zip" })).rejects.toThrow(/is not there/);
  });

  it("is downloaded once from a URL, which requires the SHA-256", async () => {
    await expect(findWooCommerce({ WOOCOMMERCE_ZIP: origin })).rejects.toThrow(/set WOOCOMMERCE_SHA256/);
    const env = { WOOCOMMERCE_ZIP: origin, WOOCOMMERCE_SHA256: sha256(plugin) };
    for (let time = 0; time < 2; time++)
      expect(await findWooCommerce(env)).toMatchObject({ available: true });
    expect(served.asked).toBe(1);
  });

  it("is not cached if the download does not match", async () => {
    const env = { WOOCOMMERCE_ZIP: origin, WOOCOMMERCE_SHA256: sha256(plugin) };
    served.body = Buffer.from("a login page");
    await expect(findWooCommerce(env)).rejects.toThrow(/is not the file that was asked for/);
    served.body = plugin;
    expect(await findWooCommerce(env)).toMatchObject({ available: true });
  });

  it("is unavailable with the reason and a next step if the download fails", async () => {
    const env = { WOOCOMMERCE_ZIP: origin, WOOCOMMERCE_SHA256: sha256(plugin) };
    served.status = 404;
    const missing = await findWooCommerce(env);
    expect(missing).toMatchObject({
      available: false,
      reason: expect.stringMatching(/HTTP 404.*WOOCOMMERCE_ZIP/),
    });
    await new Promise((resolve) => server.close(resolve));
    const closed = await findWooCommerce(env);
    expect(closed).toMatchObject({ available: false, reason: expect.stringMatching(/ECONNREFUSED/) });
  });
});

describe("the content of the package", () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "woocommerce-"));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  const check = (content: Buffer) => {
    const file = join(directory, "given.zip");
    writeFileSync(file, content);
    assertWooCommerce({ available: true, file, sha256: sha256(content), origin: file });
  };

  it("is accepted if it is the WooCommerce plugin", () => expect(() => check(plugin)).not.toThrow());

  it.each<[string, Buffer, RegExp]>([
    ["not a zip", Buffer.from("PK, but nothing else"), /not a zip that can be read/],
    ["another plugin", zipOf("hello/hello.php", header("Hello")), /not the WooCommerce plugin/],
    [
      "another plugin in WooCommerce's folder",
      zipOf("woocommerce/woocommerce.php", header("WooCommerce Extras")),
      /not the WooCommerce plugin/,
    ],
    [
      "the source tree",
      zipOf("woocommerce-trunk/woocommerce.php", header("WooCommerce")),
      /not the WooCommerce plugin/,
    ],
  ])("is refused if it is %s", (_, content, message) => expect(() => check(content)).toThrow(message));
});

function zipOf(name: string, text: string): Buffer {
  return Buffer.from(zipSync({ [name]: strToU8(text) }));
}
