import { KeyRound } from "lucide-react";
import type { TokenResource } from "@/lib/http/token-resource";
import { Card, CardHeader } from "../ui/card";
import { Empty } from "../ui/empty";
import { CreateToken } from "./create-token";
import { TokenRow } from "./token-row";

/** What programs act for the account with. */
export function TokenList({ tokens, isAdmin }: { tokens: TokenResource[]; isAdmin: boolean }) {
  return (
    <Card aria-labelledby="tokens-title">
      <CardHeader
        id="tokens-title"
        title="API tokens"
        description="A token lets a program do what you can do here, as far as its scope goes."
        actions={<CreateToken isAdmin={isAdmin} variant={tokens.length === 0 ? "primary" : "secondary"} />}
      />
      {tokens.length === 0 ? (
        <Empty icon={<KeyRound />} title="No tokens yet">
          Make one for a script, a pipeline or curl. Each can be revoked by itself.
        </Empty>
      ) : (
        <ul className="divide-y divide-line">
          {tokens.map((token) => (
            <TokenRow key={token.id} token={token} />
          ))}
        </ul>
      )}
    </Card>
  );
}
