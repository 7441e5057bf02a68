import { z } from "zod";
import { engineProfiles } from "./engine-profiles";

/** The types of store that there are: each is the name of its engine's folder. */
export const storeTypes: readonly string[] = Object.keys(engineProfiles);

/** One of them, as programs and forms name it. */
export const storeType = z.enum(storeTypes, { error: `The type is one of: ${storeTypes.join(", ")}.` });
