"use client";

import { type ReactNode, useState } from "react";
import { useStore } from "@/components/current-store/store-context";
import type { StoreResource } from "@/lib/http/resources/store-resource";
import { callApi } from "../api-client";
import { LazyConfirmDialog } from "../form/lazy-confirm-dialog";
import { Button } from "../ui/button";
import { describeLoss } from "./describe-loss";

interface DeleteStoreProps {
  variant?: "danger-quiet" | "secondary";
  size?: "sm" | "md";
  className?: string;
  children: ReactNode;
}

/** The button that deletes the store. Its dialog asks for the name, since this can't be undone. */
export function DeleteStore({ children, ...look }: DeleteStoreProps) {
  const { store, engine, sells, change } = useStore();
  const [dialogOpen, setDialogOpen] = useState(false);
  const { name } = store;

  async function remove() {
    setDialogOpen(false);
    change({ phase: "deleting", cause: null }, () => callApi<StoreResource>("DELETE", `/api/stores/${name}`));
  }

  return (
    <>
      <Button {...look} onPointerEnter={LazyConfirmDialog.preload} onClick={() => setDialogOpen(true)}>
        {children}
      </Button>
      {dialogOpen ? (
        <LazyConfirmDialog
          title={`Delete ${name}?`}
          description={`This deletes ${describeLoss(engine.parts, sells)}, and its address. It can’t be undone.`}
          confirm="Delete store"
          cancel="Cancel"
          danger
          typed={name}
          action={remove}
          onClose={() => setDialogOpen(false)}
        />
      ) : null}
    </>
  );
}
