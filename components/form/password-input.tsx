"use client";

import { Eye, EyeOff } from "lucide-react";
import { type ComponentProps, useState } from "react";
import { cn } from "../ui/cn";
import { Input } from "../ui/input";

/** A password field with a button that shows the password. */
export function PasswordInput({ className, ...props }: Omit<ComponentProps<"input">, "type">) {
  const [shown, setShown] = useState(false);
  return (
    <span className="relative block">
      <Input
        {...props}
        type={shown ? "text" : "password"}
        spellCheck={false}
        className={cn("pr-11", className)}
      />
      <button
        type="button"
        aria-pressed={shown}
        aria-label="Show password"
        className="absolute inset-y-0 right-0 grid w-10 place-items-center rounded-md text-ink-subtle transition-colors hover:text-ink [&_svg]:size-4"
        onClick={() => setShown(!shown)}
      >
        {shown ? <EyeOff aria-hidden="true" /> : <Eye aria-hidden="true" />}
      </button>
    </span>
  );
}
