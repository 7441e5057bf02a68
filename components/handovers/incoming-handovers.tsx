"use client";

import type { HandoverResource } from "@/lib/http/resources/member-resource";
import { callApi } from "../api-client";
import { useRemovable } from "../form/use-removable";
import { IncomingHandover } from "./incoming-handover";

/** The stores that are offered to the account; renders nothing if there are none. */
export function IncomingHandovers({ handovers: initial }: { handovers: HandoverResource[] }) {
  const { shown: handovers, remove } = useRemovable(initial);
  if (handovers.length === 0) return null;
  return (
    <section aria-label="Offered to you" className="mb-5 flex flex-col gap-3">
      {handovers.map((handover) => (
        <IncomingHandover
          key={handover.id}
          handover={handover}
          onDecline={() =>
            remove(
              handover.id,
              () => callApi("POST", `/api/handovers/${handover.id}/decline`),
              "Offer declined.",
            )
          }
        />
      ))}
    </section>
  );
}
