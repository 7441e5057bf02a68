"use client";

import { BookOpen, LogOut, Monitor, Moon, ScrollText, Sun, UserRound } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import {
  Menu,
  MenuContent,
  MenuItem,
  MenuLabel,
  MenuRadioGroup,
  MenuRadioItem,
  MenuSeparator,
  MenuTrigger,
} from "../ui/menu";
import { applyTheme } from "./apply-theme";
import { signOut } from "./sign-out";
import { parseTheme } from "./theme";
import { avatarClasses, type UserMenuProps } from "./user-menu";

const choices = [
  { theme: "system", label: "System", Icon: Monitor },
  { theme: "light", label: "Light", Icon: Sun },
  { theme: "dark", label: "Dark", Icon: Moon },
] as const;

/** The open menu: it is rendered when the user opens it. */
export function UserMenuContent({
  email,
  isAdmin,
  theme: initial,
  byKeyboard,
}: UserMenuProps & { byKeyboard: boolean }) {
  const [theme, setTheme] = useState(initial);

  function choose(value: string) {
    const chosen = parseTheme(value);
    setTheme(chosen);
    applyTheme(chosen);
  }

  return (
    <Menu defaultOpen modal={false}>
      <MenuTrigger aria-label={`Account menu of ${email}`} className={avatarClasses}>
        {email.slice(0, 1)}
      </MenuTrigger>
      <MenuContent byKeyboard={byKeyboard}>
        <div className="px-2.5 pt-1.5 pb-2">
          <p className="text-ink-subtle text-xs">Signed in as</p>
          <p className="mt-0.5 max-w-60 truncate font-medium text-sm">{email}</p>
        </div>
        <MenuSeparator />
        <MenuItem asChild>
          <Link href="/account">
            <UserRound aria-hidden="true" />
            Account settings
          </Link>
        </MenuItem>
        {isAdmin ? null : (
          <MenuItem asChild>
            <Link href="/audit">
              <ScrollText aria-hidden="true" />
              Your activity
            </Link>
          </MenuItem>
        )}
        <MenuItem asChild>
          {/* Not a page of the dashboard: no frame, no session. */}
          <a href="/api/docs">
            <BookOpen aria-hidden="true" />
            API docs
          </a>
        </MenuItem>
        <MenuSeparator />
        <MenuLabel>Appearance</MenuLabel>
        <MenuRadioGroup value={theme} onValueChange={choose}>
          {choices.map((choice) => (
            <MenuRadioItem
              key={choice.theme}
              value={choice.theme}
              onSelect={(event) => event.preventDefault()}
            >
              <choice.Icon aria-hidden="true" />
              {choice.label}
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
        <MenuSeparator />
        <MenuItem onSelect={() => void signOut()}>
          <LogOut aria-hidden="true" />
          Sign out
        </MenuItem>
      </MenuContent>
    </Menu>
  );
}
