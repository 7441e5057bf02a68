import { expect, it } from "vitest";
import type { MemberResource } from "@/lib/http/resources/member-resource";
import { applyMemberChange } from "./apply-member-change";

const ann: MemberResource = { userId: "ann", email: "ann@example.com", role: "owner", since: "2026-01-01" };
const bob: MemberResource = { userId: "bob", email: "bob@example.com", role: "viewer", since: "2026-01-02" };

it("a change sets a member's role, removes them or adds them, and leaves the others unchanged", () => {
  expect(applyMemberChange([ann, bob], { member: bob, role: "manager" })).toEqual([
    ann,
    { ...bob, role: "manager" },
  ]);
  expect(applyMemberChange([ann, bob], { member: bob, role: null })).toEqual([ann]);
  expect(applyMemberChange([ann], { member: bob, role: "viewer" })).toEqual([ann, bob]);
});
