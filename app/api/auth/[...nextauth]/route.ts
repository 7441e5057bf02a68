import { type NextRequest, NextResponse } from "next/server";
import NextAuth from "next-auth";
import { buildAuthOptions } from "@/lib/auth/options";
import { requestOrigin } from "@/lib/auth/request-origin";
import { getApp } from "@/lib/boot";
import { problemResponse } from "@/lib/http/problem";
import type { AnonymousCtx } from "@/lib/services/context";

type Context = RouteContext<"/api/auth/[...nextauth]">;

const mostBytes = 16 * 1024;

export async function GET(request: NextRequest, context: Context): Promise<Response> {
  return NextAuth(request, context, buildAuthOptions(contextOf(request)));
}

/** next-auth reads a body whole, so its length must be known and small. */
export async function POST(request: NextRequest, context: Context): Promise<Response> {
  const length = request.headers.get("content-length");
  if (length === null || Number(length) > mostBytes) {
    return problemResponse({ code: "too_large", detail: "This is more than a sign-in needs." });
  }
  return (
    (await NextAuth(request, context, buildAuthOptions(contextOf(request)))) ??
    new NextResponse(null, { status: 404 })
  );
}

function contextOf(request: NextRequest): AnonymousCtx {
  const app = getApp();
  return { app, actor: null, origin: requestOrigin(request.headers, app.settings.trustedProxies) };
}
