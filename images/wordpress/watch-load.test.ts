import { type ChildProcess, spawn } from "node:child_process";
import { on } from "node:events";
import { mkdirSync, mkdtempSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, describe, expect, it } from "vitest";
import { findLoad } from "@/lib/diagnosis/logs/find-load";

const script = "images/wordpress/rootfs/usr/local/bin/watch-load";
const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill();
});

const socket = (port: number, state: string, waiting: number) =>
  `   0: 00000000:${port.toString(16).toUpperCase().padStart(4, "0")} 00000000:0000 ${state} 00000000:${waiting.toString(16).padStart(8, "0")} 00:00000000 00000000    33        0 1 1 0000000000000000\n`;
const tcp = (...sockets: string[]) =>
  `  sl  local_address rem_address   st tx_queue rx_queue\n${sockets.join("")}`;

const kills = (count: number) => ["low 0", `oom_kill ${count}`, ""].join("\n");

/** A container's file system, as far as the script reads it. `ended`: files of processes that are gone when they are read. */
function container(files: Record<string, string>, ended: string[] = []) {
  const root = mkdtempSync(join(tmpdir(), "watch-load-"));
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    // In one step, as the kernel's files change.
    writeFileSync(join(root, "next"), text);
    renameSync(join(root, "next"), join(root, file));
  };
  for (const [file, text] of Object.entries(files)) write(file, text);
  for (const file of ended) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    symlinkSync("nowhere", join(root, file));
  }
  const child = spawn("sh", [script], {
    env: { PATH: process.env.PATH, WATCH_ROOT: root, WATCH_SECONDS: "0.02", PHP_PORT: "9000" },
    stdio: ["ignore", "inherit", "pipe"],
  });
  running.push(child);
  const lines = on(createInterface({ input: child.stderr }), "line");
  const nextLine = async (): Promise<string> => (await lines.next()).value[0];
  /** The next line with these words. The queue is reported again in every round until it is empty. */
  const lineWith = async (words: string): Promise<string> => {
    for (;;) {
      const line = await nextLine();
      if (line.includes(words)) return line;
    }
  };
  return { write, nextLine, lineWith };
}

const workers = {
  "proc/1/cmdline": "php-fpm: master process (/etc/php/8.4/fpm/storeyard.conf)",
  "proc/20/cmdline": "php-fpm: pool shop",
  "proc/21/cmdline": "php-fpm: pool shop",
  "proc/22/cmdline": "php-fpm: pool health",
  "proc/9/cmdline": "/bin/sh\0/usr/local/bin/watch-load\0",
};

describe("the queue of visitors", () => {
  it("is reported with the number of PHP's workers while connections are not accepted", async () => {
    const shop = container({ ...workers, "proc/net/tcp6": tcp(socket(9000, "0A", 0)) });
    shop.write("proc/net/tcp6", tcp(socket(9000, "0A", 18)));
    const line = await shop.nextLine();
    expect(line).toBe("[storeyard:warn] All workers busy: 2 workers; waiting: 18 connections");
    expect(findLoad(line).busy).toEqual({ workers: 2 });
  });

  it("is reported although a process ends while the workers are counted", async () => {
    const shop = container({ ...workers, "proc/net/tcp": tcp(socket(9000, "0A", 3)) }, ["proc/10/cmdline"]);
    expect(await shop.nextLine()).toContain("2 workers; waiting: 3 connections");
    shop.write("sys/fs/cgroup/memory.events", kills(1));
    expect(await shop.lineWith("Killed for memory")).toContain("1 processes");
  });

  it("excludes the queues of other ports and the unread data of open connections", async () => {
    const sockets = [socket(8080, "0A", 5), socket(9000, "01", 7), socket(9000, "0A", 3)];
    const shop = container({ ...workers, "proc/net/tcp": tcp(...sockets) });
    expect(await shop.nextLine()).toContain("waiting: 3 connections");
  });
});

describe("processes that were killed for memory", () => {
  it.each([
    ["cgroup v2", "sys/fs/cgroup/memory.events", "sys/fs/cgroup/memory.max"],
    ["cgroup v1", "sys/fs/cgroup/memory/memory.oom_control", "sys/fs/cgroup/memory/memory.limit_in_bytes"],
  ])("are counted since the container's start, with %s", async (_, events, limit) => {
    const shop = container({ [limit]: "805306368\n", [events]: kills(2), ...workers });
    // The script has read the first count when it reports the queue.
    shop.write("proc/net/tcp", tcp(socket(9000, "0A", 1)));
    expect(await shop.nextLine()).toContain("All workers busy");
    shop.write("proc/net/tcp", tcp());
    shop.write(events, kills(6));
    const line = await shop.lineWith("Killed");
    expect(line).toBe("[storeyard:warn] Killed for memory: 4 processes; limit: 805306368 bytes");
    expect(findLoad(line).killed).toEqual({ processes: 4, limitBytes: 805_306_368 });
  });
});
