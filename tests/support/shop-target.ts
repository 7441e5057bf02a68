import type { ShopTarget } from "@/lib/engines/engine";
import type { StoreResource } from "@/lib/http/resources/store-resource";
import { request } from "./api-client";
import { kubectl } from "./kubectl";
import type { AppAddress } from "./start-app";
import { readTestInstallation } from "./test-installation";

/** How the platform reaches a store's shop: with the key from its Secret. */
export async function readShopTarget(app: AppAddress, name: string): Promise<ShopTarget> {
  const { body } = await request<StoreResource>(app, "GET", `/api/stores/${name}`);
  const key = await kubectl(
    ...["get", "secret", "store-credentials", "-n", `store-${name}`],
    ...["-o", "jsonpath={.data.platform-key}"],
  );
  return {
    ingressOrigin: readTestInstallation().env.INGRESS_ORIGIN as string,
    host: new URL(body.url).host,
    platformKey: Buffer.from(key, "base64").toString(),
    signal: new AbortController().signal,
  };
}
