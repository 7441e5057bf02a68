"use client";

import { lazy, Suspense, useState } from "react";
import type { Theme } from "./theme";

const loadMenu = () => import("./user-menu-content").then((module) => ({ default: module.UserMenuContent }));
const UserMenuContent = lazy(loadMenu);

export const avatarClasses =
  "grid size-8 place-items-center rounded-full border border-line bg-raised font-semibold text-ink-muted text-xs uppercase shadow-control transition-colors hover:border-line-strong/60 hover:text-ink";

interface UserMenuProps {
  email: string;
  theme: Theme;
}

/** The account's menu. Its code comes when somebody reaches for it: most pages are left without. */
export function UserMenu({ email, theme }: UserMenuProps) {
  const [opened, setOpened] = useState(false);
  const closed = (
    <button
      type="button"
      aria-label={`Account menu of ${email}`}
      aria-haspopup="menu"
      aria-expanded={false}
      className={avatarClasses}
      onPointerEnter={loadMenu}
      onFocus={loadMenu}
      onClick={() => setOpened(true)}
    >
      {email.slice(0, 1)}
    </button>
  );
  if (!opened) return closed;
  return (
    <Suspense fallback={closed}>
      <UserMenuContent email={email} theme={theme} />
    </Suspense>
  );
}
