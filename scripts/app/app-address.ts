/** The address that the app listens on, from PORT and HOST. The default is loopback. */
export interface AppAddress {
  host: string;
  port: number;
  /** The app's URL on this machine. */
  origin: string;
}

export function appAddress(env: NodeJS.ProcessEnv = process.env): AppAddress {
  const port = Number(env.PORT || "3000");
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error(`PORT is "${env.PORT}": set it to a number from 1 to 65535.`);
  }
  return { host: env.HOST || "127.0.0.1", port, origin: `http://localhost:${port}` };
}
