import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { AppHeader } from "@/components/frame/app-header";
import { ConnectionBanner } from "@/components/frame/connection-banner";
import { parseTheme, themeCookie } from "@/components/frame/theme";
import { LiveProvider } from "@/components/live/live-provider";
import { PaletteButton } from "@/components/palette/palette-button";
import { paletteShortcut } from "@/components/palette/palette-shortcut";
import { findCurrentActor } from "@/lib/auth/current-actor";
import { actsAsAdmin } from "@/lib/domain/actor";
import { getApp } from "@/lib/get-app";

/** The frame of every page inside a session. Each page still authorises the user itself. */
export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const actor = await findCurrentActor();
  if (actor === null) return children;
  const isAdmin = actsAsAdmin(actor);
  const { state, since, message } = getApp().cluster.connection();
  const theme = parseTheme((await cookies()).get(themeCookie)?.value);
  const shortcut = paletteShortcut((await headers()).get("user-agent"));
  return (
    <LiveProvider cluster={{ state, since: since.toISOString(), message }} serverNowMs={Date.now()}>
      <AppHeader
        email={actor.email}
        isAdmin={isAdmin}
        theme={theme}
        palette={<PaletteButton isAdmin={isAdmin} shortcut={shortcut} />}
      />
      <ConnectionBanner />
      {/* Loading skeletons have no session: this attribute tells them to reserve the space of admin-only parts. */}
      <div data-admin={isAdmin || undefined} className="group/frame contents">
        {children}
      </div>
    </LiveProvider>
  );
}
