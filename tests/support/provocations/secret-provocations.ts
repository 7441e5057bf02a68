import { container, podOf } from "./edit-objects";
import type { Provocation } from "./provocation";

/** Secrets and keys that a container needs and that do not exist. */
export const secretProvocations: Record<string, Provocation> = {
  "secret-missing": { code: "container_config", only: "database", withoutSecret: true },
  "secret-key-missing": {
    code: "container_config",
    only: "shop",
    change(objects) {
      const valueFrom = { secretKeyRef: { name: "store-credentials", key: "no-such-key" } };
      container(objects).env?.push({ name: "EXTRA", valueFrom });
    },
  },
  "secret-missing-in-environment": {
    code: "container_config",
    only: "shop",
    change(objects) {
      const valueFrom = { secretKeyRef: { name: "nothing", key: "password" } };
      container(objects).env?.push({ name: "EXTRA", valueFrom });
    },
  },
  "mounted-key-missing": {
    code: "container_config",
    only: "shop",
    change(objects) {
      podOf(objects).volumes?.push({
        name: "extra",
        secret: { secretName: "store-credentials", items: [{ key: "no-such-key", path: "x" }] },
      });
      container(objects).volumeMounts?.push({ name: "extra", mountPath: "/extra" });
    },
  },
};
