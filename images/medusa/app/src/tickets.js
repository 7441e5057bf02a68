const { createHash, randomBytes } = require("node:crypto");

const seconds = 60;

/** Expiry of each ticket, by its hash. Kept in memory, because one server creates and accepts them. */
const tickets = new Map();
const hashOf = (ticket) => createHash("sha256").update(ticket).digest("hex");

/** Creates a ticket that signs one browser in, within a minute. */
exports.makeTicket = function makeTicket(now = Date.now()) {
  for (const [hash, until] of tickets) if (until < now) tickets.delete(hash);
  const ticket = randomBytes(32).toString("hex");
  tickets.set(hashOf(ticket), now + seconds * 1000);
  return { ticket, expires_in: seconds };
};

/** Makes all tickets invalid. */
exports.dropTickets = () => tickets.clear();

/** Whether the ticket is valid. Each ticket is valid once. */
exports.takeTicket = function takeTicket(ticket, now = Date.now()) {
  const hash = hashOf(ticket);
  const until = tickets.get(hash);
  tickets.delete(hash);
  return until !== undefined && until >= now;
};
