import { readFileSync } from "node:fs";

/** Linux counts processor time in hundredths of a second on all supported machines. */
const msPerTick = 10;

/** Processor time of a process so far, including its threads, in milliseconds. */
export function processorMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  // The fields follow the name, which ends with the last closing parenthesis.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * msPerTick;
}
