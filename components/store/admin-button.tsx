"use client";

import { LogIn } from "lucide-react";
import type { ComponentProps } from "react";
import { Button } from "../ui/button";

interface AdminButtonProps extends Pick<ComponentProps<typeof Button>, "variant" | "className"> {
  storeName: string;
  /** The name of the shop's admin pages, e.g. "wp-admin". */
  adminName: string;
  /** Opens them without the owner's plugins and theme. */
  safeMode?: boolean;
}

/** Opens the shop's admin pages in a new tab, signed in. A plain form, so that pop-up blockers allow it. */
export function AdminButton({
  storeName,
  adminName,
  safeMode = false,
  className,
  variant,
}: AdminButtonProps) {
  return (
    <form
      method="post"
      action={`/api/stores/${storeName}/admin-session${safeMode ? "?safeMode=true" : ""}`}
      target="_blank"
      className={className}
      rel="noopener"
    >
      <Button type="submit" variant={variant} className="w-full">
        <LogIn aria-hidden="true" />
        {safeMode ? "Start in safe mode" : `Sign in to ${adminName}`}
      </Button>
    </form>
  );
}
