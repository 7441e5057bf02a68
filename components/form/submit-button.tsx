"use client";

import { type ComponentProps, useSyncExternalStore } from "react";
import { Button } from "../ui/button";
import { cn } from "../ui/cn";

/**
 * Sends the form that it stands in, once the page is live: before that the browser itself would send it, and what was
 * typed, a password too, would stand in the address.
 */
export function SubmitButton({ className, ...props }: ComponentProps<typeof Button>) {
  const live = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
  return (
    <Button
      type="submit"
      variant="primary"
      disabled={!live}
      // No flicker for the blink that it takes.
      className={cn("disabled:opacity-100", className)}
      {...props}
    />
  );
}
