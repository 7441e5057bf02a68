"use client";

import { RotateCw } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import type { StoreResource } from "@/lib/http/store-resource";
import { callApi, sentenceOf } from "../api-client";
import { Disclosure, Output } from "../timeline/cause-note";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { DeleteStore } from "./delete-store";

/** What is wrong with the store, in words, with the next move beside it. Nothing while nothing is wrong. */
export function StoreTrouble({ store }: { store: StoreResource }) {
  const [pending, setPending] = useState(false);

  async function retry() {
    setPending(true);
    try {
      await callApi("POST", `/api/stores/${store.name}/retry`);
    } catch (error) {
      toast.error(sentenceOf(error));
    } finally {
      setPending(false);
    }
  }

  if (store.phase === "unready") {
    return (
      <Callout
        tone="warn"
        title={store.cause?.message ?? "The store does not answer at the moment."}
        className="mb-5"
        role="status"
      >
        <p>{store.cause?.next ?? "Storeyard watches it and repairs what it can."}</p>
        {store.cause?.detail ? (
          <Disclosure label="What the cluster said">
            <Output label="What the cluster said" lines={[store.cause.detail]} />
          </Disclosure>
        ) : null}
      </Callout>
    );
  }
  if (store.phase !== "failed") return null;
  return (
    <Callout
      tone="bad"
      title={store.cause?.message ?? "The store could not be created."}
      className="mb-5"
      role="status"
      actions={
        <>
          <DeleteStore name={store.name} size="sm">
            Delete
          </DeleteStore>
          <Button size="sm" variant="primary" pending={pending} onClick={retry}>
            <RotateCw aria-hidden="true" />
            Try again
          </Button>
        </>
      }
    >
      {store.cause?.next}
    </Callout>
  );
}
