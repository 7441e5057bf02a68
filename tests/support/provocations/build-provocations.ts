import { admissionProvocations } from "./admission-provocations";
import { containerProvocations } from "./container-provocations";
import { buildImageProvocations } from "./image-provocations";
import type { Provocation } from "./provocation";
import { schedulingProvocations } from "./scheduling-provocations";
import { secretProvocations } from "./secret-provocations";
import { stateProvocations } from "./state-provocations";
import { volumeProvocations } from "./volume-provocations";

/** All provocations by name. `registry` is the address of the registry of the image provocations. */
export function buildProvocations(registry: string): Record<string, Provocation> {
  return {
    ...buildImageProvocations(registry),
    ...admissionProvocations,
    ...volumeProvocations,
    ...containerProvocations,
    ...schedulingProvocations,
    ...secretProvocations,
    ...stateProvocations,
  };
}
