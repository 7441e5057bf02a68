"use client";

import { Eye, KeyRound } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { isRunning } from "@/lib/domain/store";
import type { StoreResource } from "@/lib/http/resources/store-resource";
import { callApi, sentenceOf } from "../api-client";
import { LazyConfirmDialog } from "../form/lazy-confirm-dialog";
import { Button } from "../ui/button";
import { Card, CardHeader } from "../ui/card";
import { CopyButton } from "../ui/copy-button";
import { EndAdminSessions } from "./end-admin-sessions";

interface Credentials {
  username: string;
  password: string;
}

/** The generated credentials of the shop's admin pages. They can be shown once and stay visible until the page is left. */
export function AdminAccess({ store }: { store: StoreResource }) {
  const [credentials, setCredentials] = useState<Credentials | null>(null);
  const [pending, setPending] = useState(false);
  const [dialogOpen, setDialogOpen] = useState(false);
  const [shown, setShown] = useState(store.passwordShownAt !== null);

  async function request(path: "admin-password" | "admin-password/reset") {
    setPending(true);
    try {
      setCredentials(await callApi<Credentials>("POST", `/api/stores/${store.name}/${path}`));
      setShown(true);
    } catch (error) {
      toast.error(sentenceOf(error));
    } finally {
      setPending(false);
    }
  }

  if (
    store.admin === null ||
    store.readyAt === null ||
    store.phase === "deleting" ||
    store.phase === "failed"
  )
    return null;
  return (
    <Card aria-labelledby="admin-title">
      <CardHeader id="admin-title" title={`Sign-in to ${store.admin.name}`} />
      <div className="px-4 py-4 text-[0.8125rem] leading-5 sm:px-5">
        <div role="status" className="empty:hidden">
          {credentials ? (
            <>
              <dl className="flex flex-col gap-3">
                <Secret term="User name" value={credentials.username} />
                <Secret term="Password" value={credentials.password} />
              </dl>
              <p className="mt-3 text-ink-muted">
                Save it now. It is not shown again after you leave this page.
              </p>
            </>
          ) : null}
        </div>
        {credentials ? null : shown ? (
          <p className="text-ink-muted">
            The generated password has been shown. If it is lost: {store.admin.lostPassword}
          </p>
        ) : (
          <>
            <p className="text-ink-muted">
              Use the button above to sign in. For apps and other people there is a generated password. It is
              shown once: save it in a password manager.
            </p>
            <Button className="mt-3.5 w-full" pending={pending} onClick={() => request("admin-password")}>
              <Eye aria-hidden="true" />
              Show password
            </Button>
          </>
        )}
        {shown && isRunning(store.phase) ? (
          <Button className="mt-3.5 w-full" pending={pending} onClick={() => setDialogOpen(true)}>
            <KeyRound aria-hidden="true" />
            New password…
          </Button>
        ) : null}
        {isRunning(store.phase) ? <EndAdminSessions store={store} /> : null}
      </div>
      {dialogOpen ? (
        <LazyConfirmDialog
          title="Set a new password?"
          description={`The current password of ${store.admin.username} stops working and everybody who is signed in with it is signed out. The new password is shown once.`}
          confirm="Set new password"
          cancel="Cancel"
          action={async () => {
            setDialogOpen(false);
            await request("admin-password/reset");
          }}
          onClose={() => setDialogOpen(false)}
        />
      ) : null}
    </Card>
  );
}

function Secret({ term, value }: { term: string; value: string }) {
  return (
    <div>
      <dt className="text-ink-muted">{term}</dt>
      <dd className="mt-1 flex items-center gap-1 rounded-md border border-line bg-sunken py-0.5 pr-1 pl-3">
        <code className="min-w-0 flex-1 select-all wrap-anywhere font-mono text-[0.8125rem]">{value}</code>
        <CopyButton text={value} what={term.toLowerCase()} />
      </dd>
    </div>
  );
}
