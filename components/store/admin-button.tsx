"use client";

import { LogIn } from "lucide-react";
import type { ComponentProps } from "react";
import { Button } from "../ui/button";

interface AdminButtonProps extends Pick<ComponentProps<typeof Button>, "variant" | "className"> {
  storeName: string;
  /** The name of the shop's admin pages, e.g. "wp-admin". */
  adminName: string;
}

/** Opens the shop's admin pages in a new tab, signed in. A plain form, so that pop-up blockers allow it. */
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
