"use client";

import { useState } from "react";
import { useStore } from "@/components/current-store/store-context";
import type { TimelineOperation } from "@/lib/domain/timeline";
import { callApi } from "../api-client";
import { LazyConfirmDialog } from "../form/lazy-confirm-dialog";
import { Button } from "../ui/button";
import { hasEnded } from "./lay-out-steps";

/** The button that cancels an operation, where its kind and the reader's role allow it. */
export function CancelOperation({ operation }: { operation: TimelineOperation }) {
  const { can, operations } = useStore();
  const [isAsking, setIsAsking] = useState(false);
  const effect = operations[operation.kind]?.cancelling ?? null;
  if (effect === null || hasEnded(operation) || !can.includes("operate")) return null;

  async function cancel() {
    await callApi("POST", `/api/operations/${operation.id}/cancel`);
    setIsAsking(false);
  }

  return (
    <div className="mt-3">
      <Button size="sm" onPointerEnter={LazyConfirmDialog.preload} onClick={() => setIsAsking(true)}>
        Cancel…
      </Button>
      {isAsking ? (
        <LazyConfirmDialog
          title="Cancel this operation?"
          description={effect}
          confirm="Cancel operation"
          cancel="Let it continue"
          danger
          action={cancel}
          onClose={() => setIsAsking(false)}
        />
      ) : null}
    </div>
  );
}
