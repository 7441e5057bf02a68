import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { TabIcon } from "@/components/frame/tab-icon";
import { parseTheme, themeCookie } from "@/components/frame/theme";
import { Toaster } from "@/components/ui/toaster";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Storeyard", template: "%s · Storeyard" },
  description: "Isolated online shops on your own Kubernetes cluster.",
  manifest: "/manifest.webmanifest",
  // The tab's icon is TabIcon: an icon declared here would be a second link, which the framework restores by itself.
  icons: { apple: "/apple-touch-icon.png" },
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#faf9f8" },
    { media: "(prefers-color-scheme: dark)", color: "#0e0c0b" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = parseTheme((await cookies()).get(themeCookie)?.value);
  return (
    <html lang="en" data-theme={theme === "system" ? undefined : theme} suppressHydrationWarning>
      <body className="min-h-dvh">
        <TabIcon />
        {children}
        <Toaster />
      </body>
    </html>
  );
}
