import { createHash } from "node:crypto";
import type { DispatcherOptions } from "@kubernetes/client-node/dist/config.js";
import { Agent, type Dispatcher, ProxyAgent, Socks5ProxyAgent } from "undici";

/** A peer that vanished is noticed within seconds, on a silent watch too. */
const keepAlive = { keepAlive: true, keepAliveInitialDelay: 5_000 };

/** HTTP/1: with HTTP/2 all watches and requests share one TCP connection, and stall together. */
const allowH2 = false;

/**
 * The connection pool that all requests to the API server share. KubeConfig makes a pool, and with it a TLS handshake, for
 * each request. This one is replaced only when the TLS options change, as when a client certificate is renewed.
 */
export class SharedDispatcher {
  private current: { key: string; dispatcher: Dispatcher } | null = null;

  for(options: DispatcherOptions): Dispatcher {
    const key = keyOf(options);
    if (this.current?.key === key) return this.current.dispatcher;
    // Graceful: what is under way ends on the old connections.
    void this.current?.dispatcher.close();
    this.current = { key, dispatcher: createDispatcher(options) };
    return this.current.dispatcher;
  }

  destroy(): void {
    void this.current?.dispatcher.destroy();
    this.current = null;
  }
}

function createDispatcher(options: DispatcherOptions): Dispatcher {
  switch (options.type) {
    case "proxy":
      return new ProxyAgent({
        uri: options.uri,
        requestTls: { ...options.requestTls, ...keepAlive },
        allowH2,
      } as ProxyAgent.Options);
    case "socks":
      return new Socks5ProxyAgent(options.uri, { requestTls: { ...options.requestTls, ...keepAlive } });
    case "agent":
      return new Agent({ connect: { ...options.connect, ...keepAlive }, allowH2 });
    case "none":
      return new Agent({ connect: keepAlive, allowH2 });
  }
}

function keyOf(options: DispatcherOptions): string {
  const hash = createHash("sha256");
  const tls = options.type === "agent" ? options.connect : options.type === "none" ? {} : options.requestTls;
  for (const value of [tls.ca, tls.cert, tls.key].flat()) hash.update(`${value ?? ""}\n`);
  return hash.digest("base64");
}
