import { once } from "node:events";
import net, { type AddressInfo, type Socket } from "node:net";

export interface CuttableProxy {
  port: number;
  /** Resets every connection, and refuses new ones until `restore`. */
  cut(): void;
  restore(): void;
  /** Stops forwarding on the open connections, without closing them. New connections work. */
  stall(): void;
  close(): Promise<void>;
}

/** A TCP proxy to a shared server, so that one test can lose its connection. */
export async function startCuttableProxy(target: { host: string; port: number }): Promise<CuttableProxy> {
  const sockets = new Set<Socket>();
  let isCut = false;
  const server = net.createServer((near) => {
    if (isCut) {
      near.resetAndDestroy();
      return;
    }
    const far = net.connect(target);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on("error", () => other.destroy());
      one.on("close", () => {
        sockets.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  const reset = () => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    cut() {
      isCut = true;
      reset();
    },
    restore() {
      isCut = false;
    },
    stall() {
      for (const socket of sockets) socket.unpipe().pause();
    },
    async close() {
      server.close();
      reset();
      await once(server, "close");
    },
  };
}
