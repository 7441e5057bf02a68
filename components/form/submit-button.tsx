"use client";

import { type ComponentProps, useSyncExternalStore } from "react";
import { Button } from "../ui/button";
import { cn } from "../ui/cn";

/**
 * A form's submit button, disabled until the page is hydrated: before that the browser would submit the form itself and
 * put its fields, passwords included, into the URL.
 */
export function SubmitButton({ className, ...props }: ComponentProps<typeof Button>) {
  const hydrated = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
  return (
    <Button
      type="submit"
      variant="primary"
      disabled={!hydrated}
      // Hydration is short: a disabled look would flicker.
      className={cn("disabled:opacity-100", className)}
      {...props}
    />
  );
}
