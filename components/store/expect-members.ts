import type { MemberResource } from "@/lib/http/resources/member-resource";

/** A member, and what they will be; null for who will be none. */
export interface MemberChange {
  member: MemberResource;
  role: MemberResource["role"] | null;
}

/** The members as they will be once a change is made; pure. */
export function expectMembers(members: MemberResource[], { member, role }: MemberChange): MemberResource[] {
  const { userId } = member;
  if (role === null) return members.filter((each) => each.userId !== userId);
  if (!members.some((each) => each.userId === userId)) return [...members, { ...member, role }];
  return members.map((each) => (each.userId === userId ? { ...each, role } : each));
}
