import { handle } from "@/lib/http/handle";
import { storeNameParam } from "@/lib/http/store-name-param";
import { revealAdminPassword } from "@/lib/services/stores/reveal-admin-password";

/** A POST, since it can be done once. */
export const POST = handle<{ name: string }>(async (_request, ctx, { name }) =>
  Response.json(await revealAdminPassword(ctx, storeNameParam(name))),
);
