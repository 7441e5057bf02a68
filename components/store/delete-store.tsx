"use client";

import { type ReactNode, useState } from "react";
import type { StoreResource } from "@/lib/http/resources/store-resource";
import { callApi } from "../api-client";
import { LazyConfirmDialog } from "../form/lazy-confirm-dialog";
import { Button } from "../ui/button";
import { useStore } from "./store-context";

interface DeleteStoreProps {
  variant?: "danger-quiet" | "secondary";
  size?: "sm" | "md";
  className?: string;
  children: ReactNode;
}

/** The button that deletes the store. It can't be undone: the name is typed first. */
export function DeleteStore({ children, ...look }: DeleteStoreProps) {
  const { store, change } = useStore();
  const [asked, setAsked] = useState(false);
  const { name } = store;

  async function remove() {
    setAsked(false);
    change({ phase: "deleting", cause: null }, () => callApi<StoreResource>("DELETE", `/api/stores/${name}`));
  }

  return (
    <>
      <Button {...look} onPointerEnter={LazyConfirmDialog.preload} onClick={() => setAsked(true)}>
        {children}
      </Button>
      {asked ? (
        <LazyConfirmDialog
          title={`Delete ${name}?`}
          description="The shop, its orders, its files and its address go for good. This can’t be undone."
          confirm="Delete store"
          cancel="Keep it"
          danger
          typed={name}
          action={remove}
          onClose={() => setAsked(false)}
        />
      ) : null}
    </>
  );
}
