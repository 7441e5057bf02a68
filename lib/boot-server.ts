import { recordPeers } from "./auth/record-peers";
import { boot } from "./boot";
import { serveStreamsDirectly } from "./http/server/serve-streams-directly";
import { takeShortAddresses } from "./http/server/take-short-addresses";

/** Boots, and stops on SIGTERM and SIGINT: streams end, what runs is given back, then the process ends. */
export async function bootServer(): Promise<void> {
  try {
    recordPeers();
    takeShortAddresses();
    serveStreamsDirectly();
    const app = await boot();
    const stop = async () => {
      await app.stop();
      process.exit(0);
    };
    process.once("SIGTERM", stop);
    process.once("SIGINT", stop);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
