import type { ComponentProps } from "react";
import { cn } from "./cn";

/** The look of inputs and selects. Text has 16 px on phones, which would zoom in otherwise. */
export const controlClasses =
  "w-full min-w-0 rounded-md border border-line-strong bg-surface text-base text-ink shadow-control transition-[border-color,box-shadow] duration-150 placeholder:text-ink-subtle hover:border-ink-subtle focus-visible:border-focus focus-visible:outline-2 focus-visible:outline-offset-0 disabled:cursor-not-allowed disabled:bg-sunken disabled:text-ink-subtle aria-invalid:border-bad-solid aria-invalid:focus-visible:outline-bad-solid sm:text-sm";

export function Input({ className, ...props }: ComponentProps<"input">) {
  return <input className={cn(controlClasses, "h-10 px-3 sm:h-9", className)} {...props} />;
}
