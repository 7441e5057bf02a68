"use client";

import { Gift } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { notifyDone } from "@/components/form/notify-done";
import type { HandoverResource } from "@/lib/http/resources/member-resource";
import type { StoreResource } from "@/lib/http/resources/store-resource";
import { callApi, sentenceOf } from "../api-client";
import { Day } from "../live/day";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { FieldError } from "../ui/field";

interface IncomingHandoverProps {
  handover: HandoverResource;
  onDecline: () => void;
}

/** A store that is offered to the user, with Accept and Decline. */
export function IncomingHandover({ handover, onDecline }: IncomingHandoverProps) {
  const router = useRouter();
  const [accepting, setAccepting] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function accept() {
    setAccepting(true);
    setFailure(null);
    try {
      const store = await callApi<StoreResource>("POST", `/api/handovers/${handover.id}/accept`);
      notifyDone(`You own ${store.config.title} now.`);
      router.push(`/stores/${store.name}`);
      router.refresh();
    } catch (error) {
      setFailure(sentenceOf(error));
      setAccepting(false);
    }
  }

  return (
    <Card className="flex flex-wrap items-center gap-x-4 gap-y-3 border-busy-line bg-busy-soft px-4 py-4 sm:px-5">
      <Gift aria-hidden="true" className="hidden size-5 shrink-0 text-busy sm:block" />
      <div className="min-w-0 flex-1 basis-64">
        <h2 className="break-words font-semibold text-sm">{handover.store.title} is offered to you</h2>
        <p className="mt-0.5 break-words text-[0.8125rem] text-ink-muted leading-5">
          {handover.from} wants to hand it over. If you accept, you own it and it counts towards your quota.
          The shop’s current admin sessions, password, application passwords and API keys end. Check its other
          accounts afterwards. Expires <Day at={handover.expiresAt} />.
        </p>
        <div role="alert" className="mt-1.5 text-[0.8125rem] leading-5 empty:hidden">
          {failure ? <FieldError>{failure}</FieldError> : null}
        </div>
      </div>
      <div className="flex gap-2">
        <Button
          size="sm"
          aria-label={`Decline ${handover.store.title}`}
          aria-disabled={accepting || undefined}
          onClick={onDecline}
        >
          Decline
        </Button>
        <Button
          size="sm"
          variant="primary"
          aria-label={`Accept ${handover.store.title}`}
          pending={accepting}
          onClick={() => void accept()}
        >
          Accept
        </Button>
      </div>
    </Card>
  );
}
