import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { AppHeader } from "@/components/frame/app-header";
import { ConnectionBanner } from "@/components/frame/connection-banner";
import { parseTheme, themeCookie } from "@/components/frame/theme";
import { LiveProvider } from "@/components/live/live-provider";
import { paletteShortcut } from "@/components/palette/palette-shortcut";
import { findCurrentActor } from "@/lib/auth/current-actor";
import { getApp } from "@/lib/boot";
import { actsAsAdmin } from "@/lib/domain/actor";

/** The frame around every page of who is signed in; each page still asks for itself who looks at it. */
export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const actor = await findCurrentActor();
  if (actor === null) return children;
  const isAdmin = actsAsAdmin(actor);
  const { state, since, message } = getApp().cluster.connection();
  const theme = parseTheme((await cookies()).get(themeCookie)?.value);
  const shortcut = paletteShortcut((await headers()).get("user-agent"));
  return (
    <LiveProvider cluster={{ state, since: since.toISOString(), message }} serverNowMs={Date.now()}>
      <AppHeader email={actor.email} isAdmin={isAdmin} theme={theme} shortcut={shortcut} />
      <ConnectionBanner />
      {/* Skeletons know nothing of who looks; by this they hold the places that only admins need. */}
      <div data-admin={isAdmin || undefined} className="group/frame contents">
        {children}
      </div>
    </LiveProvider>
  );
}
