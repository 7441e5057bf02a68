"use client";

import { Trash2 } from "lucide-react";
import { useStore } from "@/components/current-store/store-context";
import { Card, CardHeader } from "../ui/card";
import { DeleteStore } from "./delete-store";
import { describeLoss } from "./describe-loss";

export function DangerZone() {
  const { store, engine, sells } = useStore();
  // A failed store has its Delete button beside Try again.
  if (store.phase === "deleting" || store.phase === "failed") return null;
  return (
    <Card aria-labelledby="danger-title">
      <CardHeader id="danger-title" title="Delete this store" />
      <div className="flex flex-wrap items-center justify-between gap-4 px-4 py-4 sm:px-5">
        <p className="min-w-0 flex-1 basis-72 text-[0.8125rem] text-ink-muted leading-5">
          Deletes {describeLoss(engine.parts, sells)}. This can’t be undone. The name can be used again.
        </p>
        <DeleteStore variant="danger-quiet">
          <Trash2 aria-hidden="true" />
          Delete store…
        </DeleteStore>
      </div>
    </Card>
  );
}
