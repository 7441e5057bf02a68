import { expect, test } from "vitest";
// @ts-expect-error: it runs in Medusa's server, which has no types.
import { makeTicket, takeTicket } from "./app/src/tickets.js";

test("a ticket is valid once", () => {
  const { ticket, expires_in } = makeTicket();
  expect(ticket).toMatch(/^[0-9a-f]{64}$/);
  expect(expires_in).toBe(60);
  expect([takeTicket(ticket), takeTicket(ticket)]).toEqual([true, false]);
});

test("a ticket expires after a minute", () => {
  const { ticket } = makeTicket();
  expect(takeTicket(ticket, Date.now() + 61_000)).toBe(false);
});

test("invalid tickets are refused", () => {
  makeTicket();
  expect(takeTicket("0".repeat(64))).toBe(false);
});
