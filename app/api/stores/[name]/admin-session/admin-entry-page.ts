import { randomBytes } from "node:crypto";
import type { OpenedAdmin } from "@/lib/services/stores/open-admin";

/**
 * A page that signs a browser in to a shop's admin pages. It submits the fields there, by script or by a button. Its
 * Content-Security-Policy allows submitting to that shop and nothing else.
 */
export function adminEntryPage({ url, fields }: OpenedAdmin): Response {
  const nonce = randomBytes(16).toString("base64");
  const inputs = Object.entries(fields).map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  return page({
    title: "Opening the admin pages…",
    body: `<form method="post" action="${escapeHtml(url)}">${inputs.join("")}<p>Opening the admin pages…</p><button>Continue</button></form>
<script nonce="${nonce}">document.forms[0].submit()</script>`,
    policy: `form-action ${new URL(url).origin}; script-src 'nonce-${nonce}'`,
    status: 200,
  });
}

/** The page for a failed sign-in: the reason, and a link back to the store. */
export function refusedEntryPage(sentence: string, status: number, back: string): Response {
  return page({
    title: "The admin pages can’t be opened",
    body: `<h1>The admin pages can’t be opened</h1><p>${escapeHtml(sentence)}</p><p><a href="${escapeHtml(back)}">Back to the store</a></p>`,
    policy: "form-action 'none'",
    status,
  });
}

/** Whether the request accepts HTML: it comes from a browser, not from a program. */
export function wantsPage(request: Request): boolean {
  return (request.headers.get("accept") ?? "").includes("text/html");
}

function page({
  title,
  body,
  policy,
  status,
}: {
  title: string;
  body: string;
  policy: string;
  status: number;
}): Response {
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>${title} · Storeyard</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:20vh auto 0;padding:0 1rem}</style>${body}</html>`;
  return new Response(html, {
    status,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": `default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'; ${policy}`,
      "Referrer-Policy": "no-referrer",
      "Cache-Control": "no-store",
    },
  });
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
