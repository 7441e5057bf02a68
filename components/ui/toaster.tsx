"use client";

import { Toaster as Sonner } from "sonner";

export function Toaster() {
  return (
    <Sonner
      position="bottom-right"
      gap={8}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-full items-start gap-3 rounded-lg border border-line bg-raised px-4 py-3 font-sans text-ink text-sm shadow-float sm:w-90 [&_[data-icon]]:mt-0.5 [&_[data-icon]_svg]:size-4",
          title: "font-medium",
          description: "mt-0.5 text-ink-muted",
          error: "[&_[data-icon]]:text-bad",
          success: "[&_[data-icon]]:text-good",
          actionButton:
            "-my-1 -mr-1.5 ml-auto h-7 shrink-0 rounded-md border border-line bg-surface px-2.5 font-medium text-[0.8125rem] transition-colors hover:bg-hover",
        },
      }}
    />
  );
}
