import { createServer } from "node:http";
import { afterEach } from "vitest";

export interface FailingShop {
  origin: string;
  /** The answers that its pages give next, one for each request; afterwards they answer 200. `drop` closes the connection. */
  answers: (number | "drop")[];
  /** Paths that were requested, in order. */
  requested: string[];
  close(): Promise<void>;
}

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** An ingress with one shop behind it, whose pages fail as a test says. Ends with the test. */
export async function startFailingShop(): Promise<FailingShop> {
  const answers: FailingShop["answers"] = [];
  const requested: string[] = [];
  const server = createServer((request, response) => {
    requested.push(request.url ?? "");
    const answer = answers.shift() ?? 200;
    if (answer === "drop") return void request.socket.destroy();
    response.writeHead(answer, { "content-type": "text/html" }).end("<!doctype html><title>A shop</title>");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The shop has no port.");
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  closers.push(async () => {
    server.closeAllConnections();
    if (server.listening) await close();
  });
  return { origin: `http://127.0.0.1:${address.port}`, answers, requested, close };
}
