"use client";

import { Switch as Primitive } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./cn";

export function Switch({ className, ...props }: ComponentProps<typeof Primitive.Root>) {
  return (
    <Primitive.Root
      className={cn(
        "relative inline-flex h-6 w-10.5 shrink-0 items-center rounded-full bg-line-strong transition-colors duration-150 data-[state=checked]:bg-good-solid",
        className,
      )}
      {...props}
    >
      <Primitive.Thumb className="block size-4.5 translate-x-[3px] rounded-full bg-[white] shadow-control transition-transform duration-150 data-[state=checked]:translate-x-[21px]" />
    </Primitive.Root>
  );
}
