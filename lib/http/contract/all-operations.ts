import type { Operation } from "./operation";
import * as stores from "./stores";

/** Every operation of the API. The tests hold the routes under app/api against it. */
export const allOperations: Operation[] = [stores].flatMap((rooms) => Object.values(rooms));
