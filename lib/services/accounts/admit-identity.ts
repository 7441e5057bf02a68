import { and, eq } from "drizzle-orm";
import { type Tx, transact } from "@/lib/db/connect";
import { identities, links, sessions, tokens, users } from "@/lib/db/schema";
import type { SignInRefusal } from "@/lib/domain/sign-in-refusal";
import { recordAudit } from "@/lib/services/record-audit";
import type { AnonymousCtx } from "../app-context";
import { endMemberAccess } from "../stores/end-member-access";
import { endOpenedShops } from "../stores/end-opened-shops";
import { insertAccount } from "./insert-account";
import { isOpen, type LinkRow } from "./links";
import { needsSetUp } from "./needs-set-up";
import type { UserRow } from "./to-account-view";

/** A user's identity at a provider. */
export interface VerifiedIdentity {
  provider: string;
  /** The provider's id of the account. */
  subject: string;
  /** In lower case; null if the provider has not verified it. */
  email: string | null;
}

export type Admission = { userId: string } | { refused: SignInRefusal };

/**
 * Finds the account for a provider's identity. The first sign-in matches the account by e-mail address, or creates one
 * if the address was invited or registration is open. An address that the provider has not verified is never matched.
 */
export function admitIdentity(ctx: AnonymousCtx, identity: VerifiedIdentity): Admission {
  return transact(ctx.app.db, (tx) => {
    const admission = findKnown(tx, identity) ?? admitNewcomer(tx, ctx, identity);
    if ("refused" in admission) {
      recordAudit(tx, ctx, {
        action: "signIn",
        target: { type: "user", name: identity.email ?? "" },
        result: "forbidden",
        detail: { method: identity.provider, reason: admission.refused },
      });
    }
    return admission;
  });
}

function findKnown(tx: Tx, { provider, subject }: VerifiedIdentity): Admission | null {
  const known = tx
    .select({ id: users.id, disabledAt: users.disabledAt })
    .from(identities)
    .innerJoin(users, eq(users.id, identities.userId))
    .where(and(eq(identities.provider, provider), eq(identities.subject, subject)))
    .get();
  if (!known) return null;
  return known.disabledAt === null ? { userId: known.id } : { refused: "disabled" };
}

function admitNewcomer(tx: Tx, ctx: AnonymousCtx, identity: VerifiedIdentity): Admission {
  const { email, provider, subject } = identity;
  if (email === null) return { refused: "unverified" };
  const existing = tx.select().from(users).where(eq(users.email, email)).get();
  if (existing && existing.disabledAt !== null) return { refused: "disabled" };
  if (existing?.selfRegistered) reclaim(tx, ctx, existing);
  const account = existing ?? makeAccount(tx, ctx, { email, provider });
  if ("refused" in account) return account;
  tx.insert(identities).values({ provider, subject, userId: account.id, email, createdAt: new Date() }).run();
  recordAudit(tx, ctx, {
    action: "linkIdentity",
    target: { type: "user", id: account.id, name: email },
    detail: { provider },
  });
  return { userId: account.id };
}

/**
 * The account was registered without verifying its e-mail address, possibly by somebody else. Its password, sessions
 * and tokens are removed, and the admin sessions of the shops that it could open end.
 */
function reclaim(tx: Tx, { app }: AnonymousCtx, account: UserRow): void {
  tx.update(users).set({ passwordHash: null, selfRegistered: false }).where(eq(users.id, account.id)).run();
  tx.delete(sessions).where(eq(sessions.userId, account.id)).run();
  tx.delete(tokens).where(eq(tokens.userId, account.id)).run();
  endMemberAccess(tx, app, account.id);
  endOpenedShops(tx, app, account.id);
}

function makeAccount(
  tx: Tx,
  ctx: AnonymousCtx,
  { email, provider }: { email: string; provider: string },
): UserRow | { refused: SignInRefusal } {
  if (needsSetUp(tx)) return { refused: "not-set-up" };
  const invitation = findInvitation(tx, email);
  if (!invitation && !ctx.app.settings.openRegistration) return { refused: "uninvited" };
  const account = insertAccount(tx, { email, passwordHash: null, role: invitation?.role ?? "member" });
  if (invitation) tx.update(links).set({ usedAt: new Date() }).where(eq(links.id, invitation.id)).run();
  recordAudit(tx, ctx, {
    action: invitation ? "redeemLink" : "register",
    target: { type: "user", id: account.id, name: email },
    link: invitation?.id,
    detail: { method: provider, role: account.role },
  });
  return account;
}

function findInvitation(tx: Tx, email: string): LinkRow | undefined {
  return tx
    .select()
    .from(links)
    .where(and(eq(links.kind, "invitation"), eq(links.email, email), isOpen()))
    .get();
}
