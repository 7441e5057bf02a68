import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { drawCandles } from "./pictures/candles";
import { drawLamp, ink, ochre } from "./pictures/lamp";
import { clay, drawMug, sage } from "./pictures/mug";
import { runScript } from "./shell/run-script";
import { projectRoot } from "./shell/state";
import { debianChromium, ensureChromium } from "./testing/ensure-chromium";

const pictures: Record<string, string> = {
  "stoneware-mug-clay": drawMug(clay),
  "stoneware-mug-sage": drawMug(sage),
  "dome-lamp-ochre": drawLamp(ochre),
  "dome-lamp-ink": drawLamp(ink),
  "beeswax-candles": drawCandles(),
};

/** Draws the pictures of the sample products anew, as WebP, into images/medusa/pictures. */
await runScript(async () => {
  await ensureChromium();
  const browser = await chromium.launch({ executablePath: debianChromium, args: ["--no-sandbox"] });
  const page = await browser.newPage();
  for (const [name, svg] of Object.entries(pictures)) {
    const webp = await page.evaluate(async (source) => {
      const image = new Image();
      image.src = `data:image/svg+xml,${encodeURIComponent(source)}`;
      await image.decode();
      const canvas = Object.assign(document.createElement("canvas"), { width: 1200, height: 1200 });
      canvas.getContext("2d")?.drawImage(image, 0, 0);
      return canvas.toDataURL("image/webp", 0.93);
    }, svg);
    const file = join(projectRoot, "images/medusa/pictures", `${name}.webp`);
    writeFileSync(file, Buffer.from(webp.slice(webp.indexOf(",") + 1), "base64"));
  }
  await browser.close();
});
