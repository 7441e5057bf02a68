import { expect, it } from "vitest";
import { addressParty, emailParty } from "./rate";

it.each([
  ["192.0.2.7", "address:192.0.2.7"],
  ["2001:db8:1:2:aaaa:bbbb:cccc:dddd", "address:2001:db8:1:2::/64"],
  ["2001:DB8:1:2::1", "address:2001:db8:1:2::/64"],
  ["2001:db8::1", "address:2001:db8:0:0::/64"],
  ["::1", "address:0:0:0:0::/64"],
  ["fe80::1%eth0", "address:fe80:0:0:0::/64"],
])("%s is counted as %s", (address, party) => {
  expect(addressParty(address)).toBe(party);
});

it("requests without an address share one limit", () => {
  expect(addressParty(null)).toBe("address:unknown");
});

it("an e-mail address is one party, whatever its letter case and surrounding spaces", () => {
  expect(emailParty(" Ann@Example.com ")).toBe(emailParty("ann@example.com"));
});
