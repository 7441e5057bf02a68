/** Where the app listens, as PORT and HOST say; loopback unless asked otherwise. */
export interface AppAddress {
  host: string;
  port: number;
  /** What to type into the browser. */
  origin: string;
}

export function appAddress(env: NodeJS.ProcessEnv = process.env): AppAddress {
  const port = Number(env.PORT || "3000");
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error(`PORT is ${env.PORT}: give a number from 1 to 65535.`);
  }
  return { host: env.HOST || "127.0.0.1", port, origin: `http://localhost:${port}` };
}
