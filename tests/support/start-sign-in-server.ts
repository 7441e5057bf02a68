import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { NextApiRequest, NextApiResponse } from "next";
import NextAuth from "next-auth";
import { buildAuthOptions } from "@/lib/auth/options";
import type { AnonymousCtx } from "@/lib/services/app-context";

export interface SignInServer {
  origin: string;
  close(): Promise<void>;
}

/** next-auth with the app's own options behind a real socket, without the framework around it. */
export async function startSignInServer(getCtx: () => AnonymousCtx): Promise<SignInServer> {
  const server = createServer((request, response) => {
    answer(request, response, getCtx()).catch((error) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, ctx: AnonymousCtx): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
  if (!pathname.startsWith("/api/auth/")) return void response.end("a page");
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const req = Object.assign(request, {
    query: { ...Object.fromEntries(searchParams), nextauth: pathname.split("/").slice(3) },
    body: Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString())),
    cookies: parseCookies(request.headers.cookie),
  });
  const res = Object.assign(response, {
    status(code: number) {
      response.statusCode = code;
      return res;
    },
    json: (body: unknown) => response.end(JSON.stringify(body)),
    send: (body: unknown) => response.end(typeof body === "object" ? JSON.stringify(body) : body),
  });
  await NextAuth(req as unknown as NextApiRequest, res as unknown as NextApiResponse, buildAuthOptions(ctx));
}

function parseCookies(header: string | undefined): Record<string, string> {
  const pairs = (header ?? "").split("; ").filter((pair) => pair !== "");
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf("=");
      return [pair.slice(0, at), decodeURIComponent(pair.slice(at + 1))];
    }),
  );
}
