import * as account from "./account";
import * as admission from "./admission";
import * as audit from "./audit";
import * as documentation from "./documentation";
import * as insight from "./insight";
import { kindRequests } from "./kind-requests";
import * as members from "./members";
import type { Operation } from "./operation";
import * as pageCache from "./page-cache";
import * as plans from "./plans";
import * as storeAdmin from "./store-admin";
import * as storeOperations from "./store-operations";
import * as stores from "./stores";
import * as users from "./users";

/** Every operation of the API. Tests check the route files under `app` against this list. */
export const allOperations: Operation[] = [
  account,
  admission,
  audit,
  documentation,
  insight,
  members,
  plans,
  pageCache,
  storeAdmin,
  storeOperations,
  stores,
  users,
]
  .flatMap((group) => Object.values(group))
  .concat(kindRequests);
