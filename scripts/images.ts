import { buildImages } from "./images/build-images";
import { runScript } from "./shell/run-script";
import { step } from "./shell/steps";

await runScript(async () => {
  const images = await step("Build the images", buildImages);
  process.stdout.write(`${JSON.stringify(images, null, 2)}\n`);
});
