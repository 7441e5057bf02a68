import type { ReactNode } from "react";
import { requireCtx } from "@/lib/auth/current-actor";

/** Checks the session before the loading skeleton is sent: after that, only a script could redirect. */
export default async function HomeLayout({ children }: { children: ReactNode }) {
  await requireCtx();
  return children;
}
