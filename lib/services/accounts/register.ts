import { transact } from "@/lib/db/connect";
import { AppError } from "@/lib/errors";
import { recordAudit } from "@/lib/services/record-audit";
import type { AnonymousCtx, Ctx } from "../app-context";
import { assertGoodPassword } from "./assert-good-password";
import { insertAccount } from "./insert-account";
import { assertIsSetUp } from "./needs-set-up";
import { hashPassword } from "./password-hash";

/** Creates an account if registration is open. Throws AppError `forbidden` otherwise. */
export async function register(
  ctx: AnonymousCtx | Ctx,
  asked: { email: string; password: string },
): Promise<{ email: string }> {
  const { app } = ctx;
  if (!app.settings.openRegistration) {
    throw new AppError("forbidden", "Accounts are made by invitation here. Ask an admin for one.");
  }
  assertIsSetUp(app.db);
  await assertGoodPassword(asked.password, asked.email, "password");
  const passwordHash = await hashPassword(asked.password);
  transact(app.db, (tx) => {
    const account = insertAccount(tx, {
      email: asked.email,
      passwordHash,
      role: "member",
      selfRegistered: true,
    });
    recordAudit(tx, ctx, {
      action: "register",
      target: { type: "user", id: account.id, name: account.email },
    });
  });
  return { email: asked.email };
}
