import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const directory = join(import.meta.dirname, "../public");
const manifest = JSON.parse(readFileSync(join(directory, "manifest.webmanifest"), "utf8")) as {
  icons: { src: string; sizes: string; type: string }[];
};

/** Width and height of a PNG file, from its first chunk. */
function sizeOfPng(file: string): string {
  const bytes = readFileSync(join(directory, file));
  expect(bytes.subarray(1, 4).toString()).toBe("PNG");
  return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;
}

it.each(manifest.icons)(
  "the manifest's icon $src exists and has the declared size",
  ({ src, sizes, type }) => {
    if (type === "image/svg+xml") expect(readFileSync(join(directory, src), "utf8")).toContain("<svg");
    else expect(sizeOfPng(src)).toBe(sizes);
  },
);

it("an icon of 180 pixels exists for iOS, and robots.txt refuses search engines", () => {
  expect(sizeOfPng("apple-touch-icon.png")).toBe("180x180");
  expect(readFileSync(join(directory, "robots.txt"), "utf8")).toBe("User-agent: *\nDisallow: /\n");
});

it("app/ contains no icon file, because the framework would add a second link for it", () => {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" });
  expect(files.filter((file) => /(^|\/)(icon|favicon|apple-icon)\d*\.\w+$/.test(file))).toEqual([]);
});
