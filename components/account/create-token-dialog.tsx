"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Scope } from "@/lib/domain/actor";
import type { TokenResource } from "@/lib/http/resources/token-resource";
import { callApi } from "../api-client";
import { FormDialog } from "../form/form-dialog";
import { RadioList } from "../form/radio-list";
import { SecretDialog } from "../form/secret-dialog";
import { useApiForm } from "../form/use-api-form";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import { scopeLabels } from "./scope-label";

const lifetimes = [
  { days: 7, label: "7 days" },
  { days: 30, label: "30 days" },
  { days: 90, label: "90 days" },
  { days: 365, label: "A year" },
  { days: null, label: "Never" },
];

const fields = ["name", "scope", "expiresInDays"] as const;

/** Creates a token and shows its secret once. */
export function CreateTokenDialog({ isAdmin, onClose }: { isAdmin: boolean; onClose: () => void }) {
  const router = useRouter();
  const { form, errors, pending, clearError, refuse, submit } = useApiForm(fields);
  const [name, setName] = useState("");
  const [scope, setScope] = useState<Scope>("read");
  const [days, setDays] = useState<number | null>(90);
  const [secret, setSecret] = useState<string | null>(null);

  function create() {
    if (name.trim() === "") return refuse({ name: "Enter a name for the token." });
    void submit(async () => {
      const made = await callApi<{ token: TokenResource; secret: string }>("POST", "/api/tokens", {
        name: name.trim(),
        scope,
        expiresInDays: days,
      });
      setSecret(made.secret);
      router.refresh();
    });
  }

  if (secret !== null) {
    return (
      <SecretDialog title={`Token “${name.trim()}” created`} what="token" secret={secret} onClose={onClose}>
        Store it as a secret. Send it in the header Authorization: Bearer.
      </SecretDialog>
    );
  }
  const choices = (isAdmin ? (["read", "write", "admin"] as const) : (["read", "write"] as const)).map(
    (value) => ({ value, ...scopeLabels[value] }),
  );
  return (
    <FormDialog
      title="New API token"
      form={form}
      failure={errors.form}
      pending={pending}
      submit="Create token"
      onSubmit={create}
      onClose={onClose}
    >
      <Field label="Name" hint="The program that uses the token." error={errors.name}>
        {(control) => (
          <Input
            {...control}
            name="name"
            value={name}
            autoFocus
            autoComplete="off"
            placeholder="nightly report"
            onChange={(event) => {
              setName(event.target.value);
              clearError("name");
            }}
          />
        )}
      </Field>
      <RadioList
        legend="Scope"
        name="scope"
        choices={choices}
        value={scope}
        error={errors.scope}
        onChange={(value) => {
          setScope(value);
          clearError("scope");
        }}
      />
      <Field label="Expires after" error={errors.expiresInDays}>
        {(control) => (
          <Select
            {...control}
            value={String(days)}
            onChange={(event) => {
              setDays(event.target.value === "null" ? null : Number(event.target.value));
              clearError("expiresInDays");
            }}
          >
            {lifetimes.map((lifetime) => (
              <option key={lifetime.label} value={String(lifetime.days)}>
                {lifetime.label}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </FormDialog>
  );
}
