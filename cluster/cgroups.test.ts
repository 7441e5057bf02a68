import { expect, it } from "vitest";
import { listHierarchies } from "./cgroups";

it("cgroup hierarchies of v1 and v2 are found", () => {
  const separate = [
    "31 23 0:28 / /sys/fs/cgroup rw,relatime - tmpfs tmpfs rw",
    "35 31 0:32 / /sys/fs/cgroup/memory rw,relatime - cgroup cgroup rw,memory",
    "41 31 0:38 / /sys/fs/cgroup/unified rw,relatime - cgroup2 cgroup2 rw",
  ].join("\n");
  expect(listHierarchies(separate)).toEqual([
    { path: "/sys/fs/cgroup/memory", unified: false },
    { path: "/sys/fs/cgroup/unified", unified: true },
  ]);
  const unified = "30 23 0:27 / /sys/fs/cgroup rw,nosuid shared:9 - cgroup2 cgroup2 rw,nsdelegate";
  expect(listHierarchies(unified)).toEqual([{ path: "/sys/fs/cgroup", unified: true }]);
});
