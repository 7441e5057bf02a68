import { type IncomingHttpHeaders, request } from "node:http";
import { readTestInstallation } from "./test-installation";

export interface Visit {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/**
 * A visitor's request to a shop's address. The connection goes to the ingress, because not every resolver knows
 * *.localhost.
 */
export function visitShop(
  url: string,
  {
    form,
    cookie,
    method,
    headers,
  }: {
    form?: Record<string, string>;
    cookie?: string;
    method?: string;
    headers?: Record<string, string>;
  } = {},
): Promise<Visit> {
  const sent = form && new URLSearchParams(form).toString();
  const target = new URL(url);
  const ingress = new URL(readTestInstallation().env.INGRESS_ORIGIN as string);
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: ingress.hostname,
        port: ingress.port || 80,
        path: `${target.pathname}${target.search}`,
        method: method ?? (sent === undefined ? "GET" : "POST"),
        headers: {
          ...headers,
          host: target.host,
          ...(cookie !== undefined && { cookie }),
          ...(sent !== undefined && {
            "content-type": "application/x-www-form-urlencoded",
            "content-length": Buffer.byteLength(sent),
          }),
        },
      },
      (response) => {
        let body = "";
        response.setEncoding("utf8").on("data", (part) => {
          body += part;
        });
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        );
      },
    );
    outgoing.on("error", reject).end(sent);
  });
}
