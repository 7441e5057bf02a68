import { text } from "node:stream/consumers";
import { type ClusterConnection, connectToCluster } from "@/lib/kube/connection/connect-to-cluster";
import { answerStatus, type ScriptedRequest, type ScriptedServer, startScriptedServer } from "./scripted-api";

/** Servers and connections of a test, which `close` ends in the reverse order. */
export class OpenConnections {
  private readonly open: { close(): unknown }[] = [];

  /** Closes it with the others. */
  add<T extends { close(): unknown }>(each: T): T {
    this.open.push(each);
    return each;
  }

  connect(kubeconfig: string): ClusterConnection {
    return this.add(connectToCluster({ kubeconfig }));
  }

  async startServer(...options: Parameters<typeof startScriptedServer>): Promise<ScriptedServer> {
    return this.add(await startScriptedServer(...options));
  }

  async close(): Promise<void> {
    for (const each of this.open.splice(0).reverse()) await each.close();
  }
}

export async function getVersion(connection: ClusterConnection): Promise<{ status: number; answer: string }> {
  const { signal } = new AbortController();
  const { status, body } = await connection.request({ method: "GET", path: "/version", signal });
  return { status, answer: await text(body) };
}

/** Answers with the Authorization header that it got; a 401 where `accept` returns false for it. */
export function echoAuthorization(accept: (authorization: string) => boolean = () => true) {
  return ({ headers, response }: ScriptedRequest): void => {
    const { authorization = "" } = headers;
    if (accept(authorization)) response.end(authorization);
    else answerStatus(response, 401, "Unauthorized");
  };
}
