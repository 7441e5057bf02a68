/* Every kind of operation: one line each. */
export { changeAddress } from "./change-address/change-address";
export { changePlan } from "./change-plan/change-plan";
export { changeRuntimeSettings } from "./change-runtime-settings/change-runtime-settings";
export { create } from "./create/create";
export { deleteStore } from "./delete/delete-store";
export { endAdminSessions } from "./end-admin-sessions/end-admin-sessions";
export { repair } from "./repair/repair";
export { rotateDatabasePassword } from "./rotate-database-password/rotate-database-password";
export { updateImages } from "./update-images/update-images";
export { verify } from "./verify/verify";
