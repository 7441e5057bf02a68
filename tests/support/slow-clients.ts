import { connect, type Socket } from "node:net";
import { readTestInstallation } from "./test-installation";

/** Clients that occupy a connection to a shop for as long as they can. */
export class SlowClients {
  private readonly sockets: Socket[] = [];
  private readonly timers: NodeJS.Timeout[] = [];

  /** Opens that many connections. Each sends `head` at once, and then `drip` twice a second. */
  async open(count: number, head: string, drip: string): Promise<void> {
    const ingress = new URL(readTestInstallation().env.INGRESS_ORIGIN as string);
    await Promise.all(
      Array.from({ length: count }, async () => {
        const socket = connect(Number(ingress.port || 80), ingress.hostname);
        this.sockets.push(socket);
        // The shop may end a client that is too slow.
        socket.on("error", () => {});
        await new Promise((resolve) => socket.once("connect", resolve));
        socket.write(head);
        if (drip === "") socket.pause();
        else this.timers.push(setInterval(() => socket.writable && socket.write(drip), 500));
      }),
    );
  }

  close(): void {
    for (const timer of this.timers.splice(0)) clearInterval(timer);
    for (const socket of this.sockets.splice(0)) socket.destroy();
  }
}
