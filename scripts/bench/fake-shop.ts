import { createServer } from "node:http";

/** Responses to the requests of a site check, the same for every host. Fake pods run no shop. */
const pages: Record<string, { type: string; body: string }> = {
  "/": { type: "text/html", body: "<!doctype html><html><title>A fake site</title></html>" },
  "/wp-login.php": { type: "text/html", body: '<!doctype html><html><form id="loginform"></form></html>' },
  "/wp-json/": { type: "application/json", body: '{"namespaces":["wp/v2"]}' },
};

/** Replaces the ingress, so that a burst measures only the platform and the cluster. */
export async function startFakeShop(): Promise<{ origin: string; close: () => void }> {
  const server = createServer((request, response) => {
    const page = pages[request.url ?? ""];
    response.writeHead(page ? 200 : 404, { "content-type": page?.type ?? "text/plain" }).end(page?.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The fake shop has no port.");
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
