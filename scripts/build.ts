import { buildApp } from "./app/build-app";
import { runScript } from "./shell/run-script";

await runScript(async () => void (await buildApp()));
