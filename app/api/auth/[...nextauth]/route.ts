import { type NextRequest, NextResponse } from "next/server";
import NextAuth from "next-auth";
import { assertSignInRate } from "@/lib/auth/assert-sign-in-rate";
import { buildAuthOptions } from "@/lib/auth/options";
import { requestOrigin } from "@/lib/auth/request-origin";
import { addressParty } from "@/lib/domain/rate";
import { getApp } from "@/lib/get-app";
import { problemResponse } from "@/lib/http/serving/problem";
import { signInProblem } from "@/lib/http/serving/sign-in-problem";
import { assertWithinRate } from "@/lib/services/access/assert-within-rate";
import type { AnonymousCtx } from "@/lib/services/app-context";

type Context = RouteContext<"/api/auth/[...nextauth]">;

const mostBytes = 16 * 1024;

export async function GET(request: NextRequest, context: Context): Promise<Response> {
  return answer(request, context);
}

/** next-auth reads the whole body into memory, so its length must be known and small. */
export async function POST(request: NextRequest, context: Context): Promise<Response> {
  const length = request.headers.get("content-length");
  if (length === null || Number(length) > mostBytes) {
    return problemResponse({ code: "too_large", detail: "The body is too large for a sign-in." });
  }
  return answer(request, context);
}

async function answer(request: NextRequest, context: Context): Promise<Response> {
  const app = getApp();
  const ctx: AnonymousCtx = {
    app,
    actor: null,
    origin: requestOrigin(request.headers, app.settings.trustedProxies),
  };
  const [action, provider] = (await context.params).nextauth;
  // Lets browsers write to the server's log.
  if (action === "_log") return new NextResponse(null, { status: 404 });
  try {
    await assertWithinRate(app, "requests", addressParty(ctx.origin.address));
    if (action === "callback" && provider === "credentials") await assertSignInRate(ctx, request);
  } catch (error) {
    return await signInProblem(app.settings.auth.url, error);
  }
  return (await NextAuth(request, context, buildAuthOptions(ctx))) ?? new NextResponse(null, { status: 404 });
}
