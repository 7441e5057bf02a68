import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import { allowedVerbs } from "./allowed-verbs";

const actor = (role: Actor["role"], scope: Actor["credential"]["scope"] = "admin"): Actor => ({
  userId: "ann",
  email: "ann@example.com",
  role,
  credential: { kind: "session", id: "one", scope },
});

describe("the actions that a store's pages offer", () => {
  it("let a viewer read and leave", () => {
    expect(allowedVerbs(actor("member"), { role: "viewer" })).toEqual(["read", "leave"]);
  });

  it("let a manager operate the store and open the shop's admin pages", () => {
    expect(allowedVerbs(actor("member"), { role: "manager" })).toEqual(["read", "leave", "operate", "enter"]);
  });

  it("let an owner, and an admin who is not a member, do everything", () => {
    const everything = allowedVerbs(actor("member"), { role: "owner" });
    expect(everything).toEqual(expect.arrayContaining(["delete", "hand-over", "manage-members"]));
    expect(allowedVerbs(actor("admin"), { role: null })).toEqual(everything);
  });

  it("are limited to reading for a read-only credential, whatever the role", () => {
    expect(allowedVerbs(actor("admin", "read"), { role: "owner" })).toEqual(["read"]);
  });
});
