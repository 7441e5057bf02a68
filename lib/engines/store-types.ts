import { z } from "zod";
import { engineProfiles } from "./engine-profiles";

/** All store types. Each is the name of its engine's folder. */
export const storeTypes: readonly string[] = Object.keys(engineProfiles);

/** A store type as the API and forms accept it. */
export const storeType = z.enum(storeTypes, { error: `The type is one of: ${storeTypes.join(", ")}.` });
