"use client";

import { type ReactNode, useState } from "react";
import { callApi } from "../api-client";
import { LazyConfirmDialog } from "../form/lazy-confirm-dialog";
import { Button } from "../ui/button";

interface DeleteStoreProps {
  name: string;
  variant?: "danger-quiet" | "secondary";
  size?: "sm" | "md";
  className?: string;
  children: ReactNode;
}

/** The button that deletes a store. It can't be undone: the name is typed first. */
export function DeleteStore({ name, children, ...look }: DeleteStoreProps) {
  const [asked, setAsked] = useState(false);
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
          action={async () => {
            await callApi("DELETE", `/api/stores/${name}`);
            setAsked(false);
          }}
          onClose={() => setAsked(false)}
        />
      ) : null}
    </>
  );
}
