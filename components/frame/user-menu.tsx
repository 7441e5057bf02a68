"use client";

import { lazyPart } from "../ui/lazy-part";
import { useLazyMenu } from "../ui/use-lazy-menu";
import type { Theme } from "./theme";

const Opened = lazyPart(() => import("./user-menu-content").then((module) => module.UserMenuContent));

export const avatarClasses =
  "grid size-8 place-items-center rounded-full border border-line bg-raised font-semibold text-ink-muted text-xs uppercase shadow-control transition-colors hover:border-line-strong/60 hover:text-ink";

export interface UserMenuProps {
  email: string;
  isAdmin: boolean;
  theme: Theme;
}

/** The account's menu. */
export function UserMenu(props: UserMenuProps) {
  const { email } = props;
  const { opened, byKeyboard, closed } = useLazyMenu(Opened.preload);
  const button = (
    <button {...closed} aria-label={`Account menu of ${email}`} className={avatarClasses}>
      {email.slice(0, 1)}
    </button>
  );
  return opened ? <Opened {...props} byKeyboard={byKeyboard} fallback={button} /> : button;
}
