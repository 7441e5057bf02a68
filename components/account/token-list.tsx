"use client";

import { KeyRound } from "lucide-react";
import type { TokenResource } from "@/lib/http/resources/token-resource";
import { callApi } from "../api-client";
import { useRemovable } from "../form/use-removable";
import { Card, CardHeader } from "../ui/card";
import { Empty } from "../ui/empty";
import { CreateToken } from "./create-token";
import { TokenRow } from "./token-row";

/** The account's API tokens. */
export function TokenList({ tokens: initial, isAdmin }: { tokens: TokenResource[]; isAdmin: boolean }) {
  const { shown: tokens, remove } = useRemovable(initial);

  function revoke({ id, name }: TokenResource) {
    remove(id, () => callApi("DELETE", `/api/tokens/${id}`), `${name} revoked.`);
  }

  return (
    <Card aria-labelledby="tokens-title">
      <CardHeader
        id="tokens-title"
        title="API tokens"
        description="A token lets a program use the API as you. It is limited to its scope."
        actions={<CreateToken isAdmin={isAdmin} variant={tokens.length === 0 ? "primary" : "secondary"} />}
      />
      {tokens.length === 0 ? (
        <Empty icon={<KeyRound />} title="No tokens yet">
          Create a token for each script or pipeline, so that you can revoke it separately.
        </Empty>
      ) : (
        <ul className="divide-y divide-line">
          {tokens.map((token) => (
            <TokenRow key={token.id} token={token} onRevoke={() => revoke(token)} />
          ))}
        </ul>
      )}
    </Card>
  );
}
