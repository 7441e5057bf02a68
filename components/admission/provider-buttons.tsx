"use client";

import { signIn } from "next-auth/react";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "../ui/button";
import { ProviderIcon } from "./provider-icon";

interface ProviderButtonsProps {
  providers: { id: string; label: string }[];
  callbackPath: string;
}

/** One button per sign-in provider. */
export function ProviderButtons({ providers, callbackPath }: ProviderButtonsProps) {
  const [leaving, setLeaving] = useState<string | null>(null);

  async function leave(id: string) {
    setLeaving(id);
    try {
      await signIn(id, { callbackUrl: callbackPath });
    } catch {
      setLeaving(null);
      toast.error("Storeyard can’t be reached. Check your connection and try again.");
    }
  }

  if (providers.length === 0) return null;
  return (
    <>
      <p className="my-5 flex items-center gap-3 text-ink-subtle text-xs before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        or
      </p>
      <div className="flex flex-col gap-2.5">
        {providers.map(({ id, label }) => (
          <Button
            key={id}
            className="h-10 w-full"
            pending={leaving === id}
            disabled={leaving !== null && leaving !== id}
            onClick={() => void leave(id)}
          >
            <ProviderIcon id={id} />
            Continue with {label}
          </Button>
        ))}
      </div>
    </>
  );
}
