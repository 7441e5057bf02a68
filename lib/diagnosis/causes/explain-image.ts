import type { Cause } from "@/lib/domain/cause";
import type { StoreSnapshot } from "../store-snapshot";
import { nameOf } from "./about-component";
import { type ContainerState, lastWarning, unreadyContainers } from "./read-pods";

const reasons = new Set([
  "ErrImagePull",
  "ImagePullBackOff",
  "InvalidImageName",
  "ErrImageNeverPull",
  "ImageInspectError",
  "RegistryUnavailable",
  "SignatureValidationFailed",
]);
const missing = /not found|manifest unknown|does not exist|no such image/i;
const denied = /access denied|denied:|unauthorized|authorization failed|401|403 forbidden/i;
const wrongPlatform = /no match for platform|exec format error/i;

/** Images that can't be pulled. */
export function explainImages(snapshot: StoreSnapshot): Cause[] {
  return unreadyContainers(snapshot)
    .filter(({ status }) => reasons.has(status.state?.waiting?.reason ?? ""))
    .map((container) => explainImage(snapshot, container));
}

function explainImage(snapshot: StoreSnapshot, { pod, component, spec, status }: ContainerState): Cause {
  const image = spec?.image ?? status.image;
  const waiting = status.state?.waiting;
  const detail = pullError(waiting?.message) ?? lastWarning(snapshot, pod, ["Failed"])?.message;
  const base = { code: "image_unavailable", component, detail: detail ?? waiting?.message } as const;
  const start = `${nameOf(component, snapshot)} can't start: its image ${image}`;
  const permanent = (what: string, next: string): Cause => {
    return { ...base, message: `${start} ${what}.`, next, waitingMayCure: false };
  };

  if (waiting?.reason === "InvalidImageName") {
    return permanent("is not a valid image name", "Correct the image's name.");
  }
  if (waiting?.reason === "ErrImageNeverPull") {
    return permanent(
      "is not on the node, and its pull policy is Never",
      "Import the image into the cluster.",
    );
  }
  if (wrongPlatform.test(detail ?? "")) {
    return permanent(
      "is built for another CPU architecture",
      "Build it for the architecture of this cluster's nodes.",
    );
  }
  // There is no registry at localhost/: such an image was built locally and imported into the cluster.
  if (image.startsWith("localhost/")) {
    return permanent("is not in the cluster", "Check its name and tag, or import it into the cluster.");
  }
  if (denied.test(detail ?? "")) {
    return permanent(
      "does not exist, or the cluster may not pull it",
      "Check its name and tag, and the credentials for its registry.",
    );
  }
  if (missing.test(detail ?? "")) return permanent("does not exist", "Check the image's name and tag.");
  return {
    ...base,
    message: `${start} can't be pulled at the moment. Kubernetes tries again.`,
    next: "Check that the cluster reaches the image's registry.",
    waitingMayCure: true,
  };
}

/** The error itself, without `Back-off pulling image "…"` before it. */
function pullError(message: string | undefined): string | undefined {
  return message?.replace(/^(Back-off pulling image "[^"]*")?(: )?(ErrImagePull: )?/, "") || undefined;
}
