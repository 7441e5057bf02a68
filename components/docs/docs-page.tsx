import type { ReactNode } from "react";
import { Logo } from "../frame/logo";
import { Page } from "../frame/page";

/** The frame of the API reference, which needs no session. */
export function DocsPage({ children }: { children: ReactNode }) {
  return (
    <Page>
      <a href="/" aria-label="Storeyard: all stores" className="mb-8 inline-flex rounded-md">
        <Logo />
      </a>
      {children}
    </Page>
  );
}
