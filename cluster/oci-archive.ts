import { createHash } from "node:crypto";

export interface ImageContent {
  /** The image's reference, with its tag. */
  ref: string;
  /** The file in the image and its content. The image runs this file. */
  file: string;
  content: Buffer;
}

/** Builds an archive, in the format of `docker save`, of an image that contains a single program. */
export function buildImageArchive(image: ImageContent): Buffer {
  const layer = tar([{ name: image.file, content: image.content, mode: 0o755 }]);
  const config = Buffer.from(
    JSON.stringify({
      architecture: process.arch === "arm64" ? "arm64" : "amd64",
      os: "linux",
      config: { Entrypoint: [`/${image.file}`], User: "65535:65535" },
      rootfs: { type: "layers", diff_ids: [`sha256:${sha256(layer)}`] },
    }),
  );
  const configName = `${sha256(config)}.json`;
  const manifest = [{ Config: configName, RepoTags: [image.ref], Layers: ["layer.tar"] }];
  return tar([
    { name: configName, content: config, mode: 0o644 },
    { name: "layer.tar", content: layer, mode: 0o644 },
    { name: "manifest.json", content: Buffer.from(JSON.stringify(manifest)), mode: 0o644 },
  ]);
}

export function sha256(content: Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}

interface TarEntry {
  name: string;
  content: Buffer;
  mode: number;
}

function tar(entries: TarEntry[]): Buffer {
  const blocks = entries.flatMap((entry) => [
    tarHeader(entry),
    entry.content,
    Buffer.alloc(-entry.content.length & 511),
  ]);
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

function tarHeader(entry: TarEntry): Buffer {
  const header = Buffer.alloc(512);
  const octal = (value: number, at: number, width: number) =>
    header.write(`${value.toString(8).padStart(width - 1, "0")}\0`, at);
  header.write(entry.name, 0, 100);
  octal(entry.mode, 100, 8);
  octal(0, 108, 8);
  octal(0, 116, 8);
  octal(entry.content.length, 124, 12);
  octal(0, 136, 12);
  header.write("ustar\u000000", 257);
  header.write("0", 156);
  // The checksum is computed with spaces in its own field.
  header.fill(" ", 148, 156);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return header;
}
