import { request } from "node:http";
import { readTestInstallation } from "./test-installation";

export interface Visit {
  status: number;
  body: string;
}

/** A visitor's request by the shop's name; the connection goes to the ingress, since not every resolver knows *.localhost. */
export function visitShop(url: string): Promise<Visit> {
  const target = new URL(url);
  const ingress = new URL(readTestInstallation().env.INGRESS_ORIGIN as string);
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: ingress.hostname,
        port: ingress.port || 80,
        path: `${target.pathname}${target.search}`,
        headers: { host: target.host },
      },
      (response) => {
        let body = "";
        response.setEncoding("utf8").on("data", (part) => {
          body += part;
        });
        response.on("end", () => resolve({ status: response.statusCode ?? 0, body }));
      },
    );
    outgoing.on("error", reject).end();
  });
}
