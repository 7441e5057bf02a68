import { container } from "./edit-objects";
import type { Provocation } from "./provocation";

const image = (reference: string): Provocation => ({
  code: "image_unavailable",
  until: /"reason":"ImagePullBackOff"/,
  only: "shop",
  values: { images: { wordpress: reference } },
});

/** Images that cannot be pulled. `registry` is the address of a registry that answers by the repository's name: missing, denied or broken. */
export function buildImageProvocations(registry: string): Record<string, Provocation> {
  return {
    "image-not-in-cluster": image("localhost/storeyard/wordpress:nope"),
    "image-registry-unknown": image("registry.invalid/storeyard/wordpress:1"),
    "image-missing": image(`${registry}/missing:1`),
    "image-denied": image(`${registry}/denied:1`),
    "image-registry-broken": image(`${registry}/broken:1`),
    "image-name-invalid": {
      ...image(""),
      until: /InvalidImageName/,
      values: {},
      change(objects) {
        container(objects).image = "Not A Name";
      },
    },
    "image-never-pulled": {
      ...image("docker.io/storeyard/wordpress:nope"),
      until: /ErrImageNeverPull/,
      values: { images: { wordpress: "docker.io/storeyard/wordpress:nope", pullPolicy: "Never" } },
    },
    "cron-image-missing": {
      code: "image_unavailable",
      only: "cron",
      values: {
        cron: { schedule: "* * * * *" },
        images: { wordpress: "localhost/storeyard/wordpress:nope" },
      },
    },
  };
}
