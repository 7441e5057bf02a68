import { expect, test } from "vitest";
// @ts-expect-error: it runs in Medusa's server, which has no types.
import { isEndedToken } from "./app/setup/ended-tokens.js";

const until = 1_700_000_000;
const bearer = (claims: object) =>
  `Bearer eyJ9.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.c2ln`;

test.each([
  ["a user's token from before", bearer({ actor_type: "user", iat: until - 5 }), true],
  ["a user's token from the same second", bearer({ actor_type: "user", iat: until }), true],
  ["a user's token from after", bearer({ actor_type: "user", iat: until + 1 }), false],
  ["a token without a time", bearer({ actor_type: "user" }), true],
  ["a customer's token from before", bearer({ actor_type: "customer", iat: until - 5 }), false],
  ["a secret key", "Basic c2tfYTo=", false],
  ["something else", "Bearer e30.e30", false],
  ["no header", undefined, false],
])("%s", (_, header, ended) => {
  expect(isEndedToken(header, until)).toBe(ended);
});
