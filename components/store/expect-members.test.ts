import { expect, it } from "vitest";
import type { MemberResource } from "@/lib/http/resources/member-resource";
import { expectMembers } from "./expect-members";

const ann: MemberResource = { userId: "ann", email: "ann@example.com", role: "owner", since: "2026-01-01" };
const bob: MemberResource = { userId: "bob", email: "bob@example.com", role: "viewer", since: "2026-01-02" };

it("a member has the new role, is gone, or is back, and the others are left alone", () => {
  expect(expectMembers([ann, bob], { member: bob, role: "manager" })).toEqual([
    ann,
    { ...bob, role: "manager" },
  ]);
  expect(expectMembers([ann, bob], { member: bob, role: null })).toEqual([ann]);
  expect(expectMembers([ann], { member: bob, role: "viewer" })).toEqual([ann, bob]);
});
