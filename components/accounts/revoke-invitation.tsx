"use client";

import { callApi } from "../api-client";
import { useAction } from "../form/use-action";
import { Button } from "../ui/button";

/** Asks nothing: inviting the same person again takes a moment. */
export function RevokeInvitation({ id, email }: { id: string; email: string }) {
  const { pending, act } = useAction();
  return (
    <Button
      size="sm"
      variant="danger-quiet"
      aria-label={`Take the invitation of ${email} back`}
      pending={pending}
      onClick={() =>
        act(() => callApi("DELETE", `/api/invitations/${id}`), `The invitation of ${email} is void.`)
      }
    >
      Take back
    </Button>
  );
}
