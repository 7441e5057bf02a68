import type { ReactNode } from "react";
import { requireCtx } from "@/lib/auth/current-actor";

/** Asked above the page's skeleton: once that is on its way, a redirect could only be made by a script. */
export default async function HomeLayout({ children }: { children: ReactNode }) {
  await requireCtx("/");
  return children;
}
