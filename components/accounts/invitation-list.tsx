"use client";

import { MailPlus } from "lucide-react";
import type { InvitationResource } from "@/lib/http/resources/invitation-resource";
import { roleLabels } from "../account/role-label";
import { callApi } from "../api-client";
import { useRemovable } from "../form/use-removable";
import { Day } from "../live/day";
import { TimeAgo } from "../live/time-ago";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { Empty } from "../ui/empty";

/** Open invitations. */
export function InvitationList({ invitations: initial }: { invitations: InvitationResource[] }) {
  const { shown: invitations, remove } = useRemovable(initial);

  /** Needs no confirmation: inviting the same person again is quick. */
  function revoke({ id, email }: InvitationResource) {
    remove(id, () => callApi("DELETE", `/api/invitations/${id}`), `Invitation of ${email} revoked.`);
  }

  return (
    <Card aria-label="Invitations">
      {invitations.length === 0 ? (
        <Empty icon={<MailPlus />} title="No open invitations">
          Invite somebody by their e-mail address. You get a link to send to them. The invitation is listed
          here until they use it.
        </Empty>
      ) : (
        <ul className="divide-y divide-line">
          {invitations.map((invitation) => (
            <li key={invitation.id} className="flex items-center gap-4 px-4 py-3.5 sm:px-5">
              <div className="min-w-0 flex-1">
                <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
                  <h2 className="min-w-0 wrap-anywhere font-semibold text-sm">{invitation.email}</h2>
                  <Badge tone={invitation.role === "admin" ? "busy" : "neutral"}>
                    {roleLabels[invitation.role]}
                  </Badge>
                </div>
                <p className="mt-0.5 text-[0.8125rem] text-ink-muted leading-5">
                  Invited <TimeAgo at={invitation.createdAt} />
                  {invitation.invitedBy ? ` by ${invitation.invitedBy}` : ""} · expires{" "}
                  <Day at={invitation.expiresAt} />
                </p>
              </div>
              <Button
                size="sm"
                variant="danger-quiet"
                aria-label={`Revoke the invitation of ${invitation.email}`}
                onClick={() => revoke(invitation)}
              >
                Revoke
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
