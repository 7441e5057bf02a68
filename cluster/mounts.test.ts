import { expect, it } from "vitest";
import { listMounts } from "./mounts";

const mountinfo = [
  "22 1 254:0 / / rw - ext4 /dev/vda rw",
  "30 22 0:40 / /s/cluster/kubelet/pods/a/volumes rw - tmpfs tmpfs rw",
  "31 30 0:41 / /s/cluster/kubelet/pods/a/volumes/with\\040blank rw - tmpfs tmpfs rw",
  "32 22 0:42 / /s/cluster-of-another rw - tmpfs tmpfs rw",
  "33 22 0:43 / /s/cluster rw - tmpfs tmpfs rw",
].join("\n");

it("mounts at or below a directory are listed with the innermost first, and no others", () => {
  expect(listMounts("/s/cluster", mountinfo)).toEqual([
    "/s/cluster",
    "/s/cluster/kubelet/pods/a/volumes/with blank",
    "/s/cluster/kubelet/pods/a/volumes",
  ]);
});
