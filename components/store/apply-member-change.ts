import type { MemberResource } from "@/lib/http/resources/member-resource";

/** A member and their new role; null removes them. */
export interface MemberChange {
  member: MemberResource;
  role: MemberResource["role"] | null;
}

/** The members after a change. Pure. */
export function applyMemberChange(
  members: MemberResource[],
  { member, role }: MemberChange,
): MemberResource[] {
  const { userId } = member;
  if (role === null) return members.filter((each) => each.userId !== userId);
  if (!members.some((each) => each.userId === userId)) return [...members, { ...member, role }];
  return members.map((each) => (each.userId === userId ? { ...each, role } : each));
}
