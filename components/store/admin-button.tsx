"use client";

import { LogIn } from "lucide-react";
import type { ComponentProps } from "react";
import type { StoreResource } from "@/lib/http/store-resource";
import { Button } from "../ui/button";

interface AdminButtonProps extends Pick<ComponentProps<typeof Button>, "variant" | "className"> {
  store: StoreResource;
}

/** Opens the shop's admin pages in a tab of their own, signed in: a plain form, so that no pop-up is held back. */
export function AdminButton({ store, className, variant }: AdminButtonProps) {
  return (
    <form
      method="post"
      action={`/api/stores/${store.name}/admin-session`}
      target="_blank"
      className={className}
      rel="noopener"
    >
      <Button type="submit" variant={variant} className="w-full">
        <LogIn aria-hidden="true" />
        Sign in to {store.admin.name}
      </Button>
    </form>
  );
}
