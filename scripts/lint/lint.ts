import { runScript } from "../shell/run-script";
import { step } from "../shell/steps";
import { checkProject } from "./check-project";

await runScript(() => step("Format, lint, spelling and phrases", checkProject));
