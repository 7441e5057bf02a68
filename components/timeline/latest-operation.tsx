"use client";

import { ArrowRight } from "lucide-react";
import Link from "next/link";
import type { Timeline } from "@/lib/domain/timeline";
import { Card, CardHeader } from "../ui/card";
import { OperationSection } from "./operation-section";

/** The store's latest operation with its steps. */
export function LatestOperation({ timeline, storeName }: { timeline: Timeline; storeName: string }) {
  const latest = timeline.operations.at(-1);
  return (
    <Card aria-labelledby="latest-title">
      <CardHeader
        id="latest-title"
        title="Latest operation"
        actions={
          <Link
            href={`/stores/${storeName}/activity`}
            className="inline-flex h-5 shrink-0 items-center gap-1 rounded-sm text-[0.8125rem] text-ink-muted transition-colors hover:text-ink"
          >
            All activity
            <ArrowRight aria-hidden="true" className="size-3.5" />
          </Link>
        }
      />
      {latest ? (
        <OperationSection key={latest.id} operation={latest} open />
      ) : (
        <p className="px-5 py-8 text-center text-ink-muted text-sm">No operations yet</p>
      )}
    </Card>
  );
}
