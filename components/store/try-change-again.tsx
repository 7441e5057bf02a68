"use client";

import { RotateCw } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { useStore } from "@/components/current-store/store-context";
import type { StoreResource } from "@/lib/http/resources/store-resource";
import { sentenceOf } from "../api-client";
import { changeIfUnchanged } from "../change-if-unchanged";
import { Button } from "../ui/button";

/** Requests the store's plan again, after the cluster refused the last change. The timeline shows the progress. */
export function TryChangeAgain() {
  const { store } = useStore();
  const { name, plan } = store;
  const [pending, setPending] = useState(false);

  async function tryAgain() {
    setPending(true);
    try {
      await changeIfUnchanged<StoreResource>(`/api/stores/${name}`, { plan }, { plan });
    } catch (error) {
      toast.error(sentenceOf(error));
    } finally {
      setPending(false);
    }
  }

  return (
    <Button size="sm" pending={pending} onClick={tryAgain}>
      <RotateCw aria-hidden="true" />
      Try again
    </Button>
  );
}
