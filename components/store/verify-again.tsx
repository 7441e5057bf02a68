"use client";

import { RotateCw } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { useStore } from "@/components/current-store/store-context";
import { callApi, sentenceOf } from "../api-client";
import { Button } from "../ui/button";

/**
 * Verifies the store again, after its owner corrected the problem that the last verification found. The timeline
 * shows the progress.
 */
export function VerifyAgain() {
  const { store, timeline } = useStore();
  const [pending, setPending] = useState(false);
  const runs = timeline.operations.some(({ kind, state }) => kind === "verify" && state === "running");

  async function verify() {
    setPending(true);
    try {
      await callApi("POST", `/api/stores/${store.name}/verify`);
    } catch (error) {
      toast.error(sentenceOf(error));
    } finally {
      setPending(false);
    }
  }

  return (
    <Button size="sm" pending={pending || runs} onClick={verify}>
      <RotateCw aria-hidden="true" />
      Verify again
    </Button>
  );
}
