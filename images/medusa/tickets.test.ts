import { expect, test } from "vitest";
// @ts-expect-error: it runs in Medusa's server, which has no types.
import { makeTicket, takeTicket } from "./app/src/tickets.js";

test("a ticket lets one in, and then nobody", () => {
  const { ticket, expires_in } = makeTicket();
  expect(ticket).toMatch(/^[0-9a-f]{64}$/);
  expect(expires_in).toBe(60);
  expect([takeTicket(ticket), takeTicket(ticket)]).toEqual([true, false]);
});

test("a ticket is over after its minute", () => {
  const { ticket } = makeTicket();
  expect(takeTicket(ticket, Date.now() + 61_000)).toBe(false);
});

test("what is no ticket lets nobody in", () => {
  makeTicket();
  expect(takeTicket("0".repeat(64))).toBe(false);
});
