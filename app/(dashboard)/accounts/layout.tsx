import type { ReactNode } from "react";
import { InviteButton } from "@/components/accounts/invite-button";
import { Page } from "@/components/frame/page";
import { PageHeader } from "@/components/frame/page-header";
import { SectionTabs } from "@/components/frame/section-tabs";
import { requireAdminCtx } from "@/lib/auth/current-actor";

export default async function AccountsLayout({ children }: { children: ReactNode }) {
  await requireAdminCtx();
  return (
    <Page>
      <PageHeader title="Accounts" actions={<InviteButton />} />
      <SectionTabs
        label="Accounts"
        tabs={[
          { href: "/accounts", label: "People" },
          { href: "/accounts/invitations", label: "Invitations" },
        ]}
      />
      {children}
    </Page>
  );
}
