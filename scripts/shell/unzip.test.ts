import { crc32, deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readZip } from "./unzip";

function zip(entries: { name: string; content: string; method: 0 | 8; checksum?: number }[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, method, checksum } of entries) {
    const packed = method === 8 ? deflateRawSync(content) : Buffer.from(content);
    const sum = checksum ?? crc32(content);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    local.writeUInt16LE(4, 28);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(method, 10);
    entry.writeUInt32LE(sum, 16);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(content.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    const whole = Buffer.concat([local, Buffer.from(name), Buffer.from("xtra"), packed]);
    locals.push(whole);
    directory.push(entry, Buffer.from(name));
    offset += whole.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
}

describe("readZip", () => {
  it("returns stored and deflated files, without directories", () => {
    const text = "many words ".repeat(200);
    const files = readZip(
      zip([
        { name: "helm/", content: "", method: 0 },
        { name: "helm/helm", content: text, method: 8 },
        { name: "plain", content: "as it is", method: 0 },
      ]),
    );
    expect([...files.keys()]).toEqual(["helm/helm", "plain"]);
    expect(files.get("helm/helm")?.toString()).toBe(text);
    expect(files.get("plain")?.toString()).toBe("as it is");
  });

  it("rejects a file whose content is not what was packed", () => {
    expect(() => readZip(zip([{ name: "a", content: "b", method: 8, checksum: 1 }]))).toThrow(
      "a in the zip archive is damaged",
    );
  });

  it("rejects what is no archive", () => {
    expect(() => readZip(Buffer.from("<html>not found</html>"))).toThrow("no zip archive");
  });
});
