import type { ReactNode } from "react";
import { Page } from "@/components/frame/page";
import { PageHeader } from "@/components/frame/page-header";
import { SectionTabs } from "@/components/frame/section-tabs";

export default function AccountLayout({ children }: { children: ReactNode }) {
  return (
    <Page width="form">
      <PageHeader title="Account settings" />
      <SectionTabs
        label="Account settings"
        tabs={[
          { href: "/account", label: "Profile" },
          { href: "/account/sessions", label: "Sessions" },
          { href: "/account/tokens", label: "API tokens" },
        ]}
      />
      {children}
    </Page>
  );
}
