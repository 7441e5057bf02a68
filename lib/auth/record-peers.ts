import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { peerHeader } from "./request-origin";

let subscribed = false;

/**
 * Notes on each request who is at the other end of its connection. The framework hands no socket to handlers, and its
 * own X-Forwarded-For keeps whatever the client sent.
 */
export function recordPeers(): void {
  if (subscribed) return;
  subscribed = true;
  subscribe("http.server.request.start", (message) => {
    const { request, socket } = message as { request: IncomingMessage; socket: Socket };
    request.headers[peerHeader] = socket.remoteAddress ?? "";
  });
}
