const { createHash, randomBytes } = require("node:crypto");

const seconds = 60;

/** Until when each ticket works, by its hash. In memory: one server hands them out and takes them. */
const tickets = new Map();
const hashOf = (ticket) => createHash("sha256").update(ticket).digest("hex");

/** A ticket that lets one browser in, within a minute. */
exports.makeTicket = function makeTicket(now = Date.now()) {
  for (const [hash, until] of tickets) if (until < now) tickets.delete(hash);
  const ticket = randomBytes(32).toString("hex");
  tickets.set(hashOf(ticket), now + seconds * 1000);
  return { ticket, expires_in: seconds };
};

/** Whether the ticket lets somebody in; it does so once. */
exports.takeTicket = function takeTicket(ticket, now = Date.now()) {
  const hash = hashOf(ticket);
  const until = tickets.get(hash);
  tickets.delete(hash);
  return until !== undefined && until >= now;
};
