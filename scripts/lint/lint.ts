import { runScript } from "../run-script";
import { step } from "../steps";
import { checkProject } from "./check-project";

await runScript(() => step("Format, lint, spelling and phrases", checkProject));
