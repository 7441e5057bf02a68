"use client";

import { LogIn } from "lucide-react";
import type { ComponentProps } from "react";
import { Button } from "../ui/button";

interface AdminButtonProps extends Pick<ComponentProps<typeof Button>, "variant" | "className"> {
  storeName: string;
  /** What its admin pages are called. */
  adminName: string;
}

/** Opens the shop's admin pages in a tab of their own, signed in: a plain form, so that no pop-up is held back. */
export function AdminButton({ storeName, adminName, className, variant }: AdminButtonProps) {
  return (
    <form
      method="post"
      action={`/api/stores/${storeName}/admin-session`}
      target="_blank"
      className={className}
      rel="noopener"
    >
      <Button type="submit" variant={variant} className="w-full">
        <LogIn aria-hidden="true" />
        Sign in to {adminName}
      </Button>
    </form>
  );
}
