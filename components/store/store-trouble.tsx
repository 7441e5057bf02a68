"use client";

import { RotateCw } from "lucide-react";
import type { StoreResource } from "@/lib/http/resources/store-resource";
import { callApi } from "../api-client";
import { Disclosure, Output } from "../timeline/cause-note";
import { hasEnded } from "../timeline/lay-out-steps";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { DeleteStore } from "./delete-store";
import { useStore } from "./store-context";

/** What is wrong with the store, in words, with the next move beside it. Nothing while nothing is wrong. */
export function StoreTrouble() {
  const { store, timeline, can, change } = useStore();
  const retry = () =>
    change({ phase: "queued", cause: null }, () =>
      callApi<StoreResource>("POST", `/api/stores/${store.name}/retry`),
    );

  const latest = timeline.operations.at(-1);
  if (store.phase === "unready" && latest?.target && !hasEnded(latest)) {
    return (
      <Callout tone="info" title={`It is being updated to ${latest.target}.`} className="mb-5" role="status">
        <p>
          {store.cause?.message ?? "The shop restarts, and is ready again once an order went through it."}
        </p>
      </Callout>
    );
  }
  if (store.phase === "unready" || (store.phase === "ready" && store.cause !== null)) {
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
          {can.includes("delete") ? <DeleteStore size="sm">Delete</DeleteStore> : null}
          {can.includes("operate") ? (
            <Button size="sm" variant="primary" onClick={retry}>
              <RotateCw aria-hidden="true" />
              Try again
            </Button>
          ) : null}
        </>
      }
    >
      {store.cause?.next}
    </Callout>
  );
}
