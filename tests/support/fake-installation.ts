import { startFakeShop } from "@/scripts/bench/fake-shop";
import { type FakeApi, startFakeApi, writeFakeKubeconfig } from "./fake-api-server/start-fake-api";
import { helmBinary } from "./helm-binary";

export interface FakeInstallation {
  api: FakeApi;
  /** The app's environment for this cluster and its shops. */
  env: Record<string, string>;
  close(): Promise<void>;
}

/** A fake cluster and fake shops, for an app that is the real one: a store is ready within a second or two. */
export async function startFakeInstallation(): Promise<FakeInstallation> {
  const [api, shop, helm] = await Promise.all([startFakeApi(), startFakeShop(), helmBinary()]);
  return {
    api,
    env: {
      KUBECONFIG: writeFakeKubeconfig(api.port),
      KUBE_CONTEXT: "fake",
      INGRESS_ORIGIN: shop.origin,
      STORE_PORT: "8080",
      HELM: helm,
      WORDPRESS_IMAGE: "localhost/storeyard/wordpress:fake",
      MARIADB_IMAGE: "localhost/storeyard/mariadb:fake",
      MEDUSA_IMAGE: "localhost/storeyard/medusa:fake",
      MEDUSA_STOREFRONT_IMAGE: "localhost/storeyard/medusa-storefront:fake",
      POSTGRES_IMAGE: "localhost/storeyard/postgres:fake",
      WORDPRESS_VERSIONS: "WordPress 6.9.4, PHP 8.4.11",
      MARIADB_VERSIONS: "MariaDB 11.8.3",
      MEDUSA_AVAILABLE: "true",
      WOOCOMMERCE_AVAILABLE: "true",
      NEXTAUTH_SECRET: "a secret of nobody for an app with a fake cluster",
    },
    async close() {
      shop.close();
      await api.close();
    },
  };
}
