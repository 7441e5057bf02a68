const killedLine = /^\[storeyard:warn\] Killed for memory: (\d+) processes; limit: (\d+) bytes$/gm;
const busyLine = /^\[storeyard:warn\] All workers busy: (\d+) workers; waiting: (\d+) connections$/gm;

/** What the log of a shop reports about its load. */
export interface Load {
  /** Processes that the kernel killed because the container's memory was full, and that limit; null if there were none. */
  killed: { processes: number; limitBytes: number } | null;
  /** The number of workers when all were busy and visitors waited; null if that did not happen. */
  busy: { workers: number } | null;
}

/** Reads the lines of the image's `watch-load`. */
export function findLoad(log: string): Load {
  const killed = [...log.matchAll(killedLine)];
  const busy = [...log.matchAll(busyLine)].at(-1);
  return {
    killed:
      killed.length > 0
        ? {
            processes: killed.reduce((sum, [, processes]) => sum + Number(processes), 0),
            limitBytes: Number(killed.at(-1)?.[2]),
          }
        : null,
    busy: busy ? { workers: Number(busy[1]) } : null,
  };
}
