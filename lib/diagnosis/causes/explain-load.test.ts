import { expect, it } from "vitest";
import { mainPart, type StorePart } from "@/lib/domain/store-part";
import { woocommerceProfile } from "@/lib/engines/woocommerce/woocommerce-profile";
import { findLoad } from "../logs/find-load";
import { explainLoad } from "./explain-load";

const shop = mainPart(woocommerceProfile.parts) as StorePart;
const messageOf = (...lines: string[]) => explainLoad(findLoad(lines.join("\n")), shop)?.message;

const busy = "[storeyard:warn] All workers busy: 8 workers; waiting: 3 connections";
const killed = (processes: number) =>
  `[storeyard:warn] Killed for memory: ${processes} processes; limit: 805306368 bytes`;
const visit = '10.0.0.1 - - [27/Nov/2026] "GET / HTTP/1.1" 200 5120 "-" "Mozilla" 120ms';

it("busy workers are reported with their number", () => {
  expect(messageOf(visit, busy, visit)).toBe("All 8 workers of the shop were busy, so visitors had to wait.");
});

it("killed processes are added up and reported with their limit, before busy workers", () => {
  expect(messageOf(killed(3), visit, killed(1), busy)).toBe(
    "4 processes of the shop were killed because the container's memory (768 MB) was full.",
  );
  expect(messageOf(killed(1))).toBe(
    "A process of the shop was killed because the container's memory (768 MB) was full.",
  );
});

it("a limit that could not be read is omitted", () => {
  expect(messageOf("[storeyard:warn] Killed for memory: 2 processes; limit: 0 bytes")).toBe(
    "2 processes of the shop were killed because the container's memory was full.",
  );
});

it("a log without such a line has no cause, even if a request contains one", () => {
  expect(messageOf(visit, `10.0.0.1 - - "GET /?q=${busy} HTTP/1.1" 404 0`)).toBeUndefined();
  expect(messageOf("")).toBeUndefined();
});
