"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { toast } from "sonner";
import { sentenceOf } from "../api-client";

/** Something done to what the page shows, by one click: pending until the page shows it done. */
export function useAction() {
  const router = useRouter();
  const [pending, startTransition] = useTransition();

  function act(call: () => Promise<unknown>, done: string) {
    startTransition(async () => {
      try {
        await call();
        toast.success(done);
      } catch (error) {
        toast.error(sentenceOf(error));
      }
      // Also where it was refused: what is shown may be what was wrong.
      startTransition(() => router.refresh());
    });
  }

  return { pending, act };
}
