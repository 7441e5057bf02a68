"use client";

import { RotateCw } from "lucide-react";
import { useStore } from "@/components/current-store/store-context";
import { titleOf } from "@/lib/domain/operation";
import { startSentence } from "@/lib/domain/start-sentence";
import { mainPhrase } from "@/lib/domain/store-part";
import type { StoreResource } from "@/lib/http/resources/store-resource";
import { callApi } from "../api-client";
import { TimeAgo } from "../live/time-ago";
import { Disclosure, Output } from "../timeline/cause-note";
import { hasEnded } from "../timeline/lay-out-steps";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { AdminButton } from "./admin-button";
import { DeleteStore } from "./delete-store";
import { TryChangeAgain } from "./try-change-again";
import { VerifyAgain } from "./verify-again";

/** The store's problem and what to do about it; renders nothing for a healthy store. */
export function StoreTrouble() {
  const { store, timeline, engine, operations, can, change } = useStore();
  const restarts = `${startSentence(mainPhrase(engine.parts))} restarts. It is ready again after it was verified.`;
  const retry = () =>
    change({ phase: "queued", cause: null }, () =>
      callApi<StoreResource>("POST", `/api/stores/${store.name}/retry`),
    );

  const latest = timeline.operations.at(-1);
  const titles = latest && operations[latest.kind]?.titles;
  if (store.phase === "unready" && latest?.target && titles && !hasEnded(latest)) {
    const running = titleOf(titles, "running", latest.target);
    return (
      <Callout tone="info" title={running} className="mb-5" role="status">
        <p>{store.cause?.message ?? restarts}</p>
      </Callout>
    );
  }
  if (store.phase === "unready" || (store.phase === "ready" && store.cause !== null)) {
    return (
      <Callout
        tone="warn"
        title={store.cause?.message ?? "The store is not ready."}
        className="mb-5"
        role="status"
        actions={
          <>
            {store.cause?.code === "change_refused" && can.includes("operate") ? <TryChangeAgain /> : null}
            {isFinding(store.cause?.code) && can.includes("operate") ? <VerifyAgain /> : null}
            {store.cause?.code === "application_error" && store.admin?.safeMode && can.includes("enter") ? (
              <AdminButton safeMode storeName={store.name} adminName={store.admin.name} />
            ) : null}
          </>
        }
      >
        <p>{store.cause?.next ?? "Storeyard keeps checking and repairs what it can."}</p>
        {store.cause?.since ? (
          <p>
            It began <TimeAgo at={store.cause.since} />.
          </p>
        ) : null}
        {store.cause?.detail ? (
          <Disclosure label="Message from the cluster">
            <Output label="Message from the cluster" lines={[store.cause.detail]} />
          </Disclosure>
        ) : null}
      </Callout>
    );
  }
  if (store.phase === "ready" && store.lastFailure !== null) {
    const failed = latest && titles ? titleOf(titles, "failed", latest.target) : "The last operation failed";
    return (
      <Callout
        tone="warn"
        title={`${failed}. The store runs as before.`}
        className="mb-5"
        role="status"
        actions={can.includes("operate") ? <VerifyAgain /> : null}
      >
        <p>{store.lastFailure}</p>
        {latest?.cause?.next ? <p>{latest.cause.next}</p> : null}
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

/** Whether a verification clears the cause. */
function isFinding(code: string | undefined): boolean {
  return code === "order_failed" || code === "application_error" || code === "ingress_unreachable";
}
