import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import { allowedVerbs } from "./allowed-verbs";

const actor = (role: Actor["role"], scope: Actor["credential"]["scope"] = "admin"): Actor => ({
  userId: "ann",
  email: "ann@example.com",
  role,
  credential: { kind: "session", id: "one", scope },
});

describe("what the pages of a store offer", () => {
  it("a viewer is to look", () => {
    expect(allowedVerbs(actor("member"), { role: "viewer" })).toEqual(["read", "leave"]);
  });

  it("a manager is to operate it and to get into the shop", () => {
    expect(allowedVerbs(actor("member"), { role: "manager" })).toEqual(["read", "leave", "operate", "enter"]);
  });

  it("an owner, and an admin who is no member, is everything", () => {
    const everything = allowedVerbs(actor("member"), { role: "owner" });
    expect(everything).toEqual(expect.arrayContaining(["delete", "hand-over", "manage-members"]));
    expect(allowedVerbs(actor("admin"), { role: null })).toEqual(everything);
  });

  it("somebody whose credential only reads is to look, whatever they are", () => {
    expect(allowedVerbs(actor("admin", "read"), { role: "owner" })).toEqual(["read"]);
  });
});
