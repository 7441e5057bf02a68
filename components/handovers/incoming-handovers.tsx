import type { HandoverResource } from "@/lib/http/member-resource";
import { IncomingHandover } from "./incoming-handover";

/** The stores that others offer to the account. Nothing where nobody does. */
export function IncomingHandovers({ handovers }: { handovers: HandoverResource[] }) {
  if (handovers.length === 0) return null;
  return (
    <section aria-label="Offered to you" className="mb-5 flex flex-col gap-3">
      {handovers.map((handover) => (
        <IncomingHandover key={handover.id} handover={handover} />
      ))}
    </section>
  );
}
