"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useStore } from "@/components/current-store/store-context";
import { startSentence } from "@/lib/domain/start-sentence";
import { isRunning } from "@/lib/domain/store";
import { mainPhrase } from "@/lib/domain/store-part";
import type { RuntimeSettingsResource } from "@/lib/http/resources/runtime-settings-resource";
import { callApi } from "../api-client";
import { ChangeConflict, changeIfUnchanged } from "../change-if-unchanged";
import { FormError } from "../form/form-error";
import { notifyDone } from "../form/notify-done";
import { SubmitButton } from "../form/submit-button";
import { useApiForm } from "../form/use-api-form";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { Card, CardHeader } from "../ui/card";
import { isSet, toChange, toDraft, toReset } from "./runtime-settings-draft";
import { RuntimeSettingsFields } from "./runtime-settings-fields";

/** Changes the runtime settings of a store that runs; renders nothing where its type has none. */
export function RuntimeSettingsCard({ settings: initial }: { settings: RuntimeSettingsResource }) {
  const router = useRouter();
  const { store, engine, timeline } = useStore();
  const path = `/api/stores/${store.name}/runtime-settings`;
  // The settings that the fields were filled from.
  const [seen, setSeen] = useState(initial);
  const [draft, setDraft] = useState(() => toDraft(initial));
  const fields = [...Object.keys(draft.texts), ...Object.keys(draft.switches)];
  const { form, errors, pending, clearError, submit } = useApiForm(fields);

  function reset(now: RuntimeSettingsResource) {
    setSeen(now);
    setDraft(toDraft(now));
  }

  // A refused change restores the former settings.
  const refused = timeline.operations.findLast(
    ({ kind, state }) => kind === "change-runtime-settings" && state === "failed",
  )?.id;
  const [refusedBefore] = useState(refused);
  useEffect(() => {
    if (refused === refusedBefore) return;
    void callApi<RuntimeSettingsResource>("GET", path).then(
      (now) => {
        setSeen(now);
        setDraft(toDraft(now));
      },
      () => {},
    );
  }, [refused, refusedBefore, path]);

  if (!isRunning(store.phase)) return null;
  if (seen.php === null && seen.allowedOrigins === null && seen.constants === null) return null;

  function send(change: object) {
    void submit(async () => {
      const { php, allowedOrigins, constants } = seen;
      try {
        const based = { php, allowedOrigins, constants };
        reset(await changeIfUnchanged<RuntimeSettingsResource>(path, based, change));
        notifyDone("The runtime settings are being changed.");
        router.refresh();
      } catch (error) {
        if (error instanceof ChangeConflict) reset(error.now as RuntimeSettingsResource);
        throw error;
      }
    });
  }

  const change = toChange(seen, draft);
  const isChanged = JSON.stringify(change) !== JSON.stringify(toChange(seen, toDraft(seen)));
  const phrase = mainPhrase(engine.parts);
  return (
    <Card aria-labelledby="runtime-settings-title">
      <CardHeader
        id="runtime-settings-title"
        title="Runtime settings"
        description={`An empty field has the default. ${startSentence(phrase)} restarts with new settings, which takes some seconds.`}
      />
      <form
        ref={form}
        noValidate
        className="flex flex-col gap-5 px-4 py-4 sm:px-5"
        onSubmit={(event) => {
          event.preventDefault();
          send(change);
        }}
      >
        {seen.runningMemoryMib === null ? null : (
          <Callout
            tone="warn"
            title={`The plan has become smaller: a request gets ${seen.runningMemoryMib} MiB of memory.`}
          />
        )}
        <RuntimeSettingsFields
          settings={seen}
          draft={draft}
          errors={errors}
          onText={(field, text) => {
            setDraft({ ...draft, texts: { ...draft.texts, [field]: text } });
            clearError(field);
          }}
          onSwitch={(field, on) => {
            setDraft({ ...draft, switches: { ...draft.switches, [field]: on } });
            clearError(field);
          }}
        />
        <FormError>{errors.form}</FormError>
        <div className="flex flex-wrap justify-end gap-3">
          {isSet(seen) ? (
            <Button type="button" disabled={pending} onClick={() => send(toReset(seen))}>
              Reset to defaults
            </Button>
          ) : null}
          <SubmitButton pending={pending} {...(!isChanged && { disabled: true })}>
            Save
          </SubmitButton>
        </div>
      </form>
    </Card>
  );
}
