"use client";

import { Check } from "lucide-react";
import { useState } from "react";
import { whyNotStoreName } from "@/lib/domain/why-not-store-name";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Spinner } from "../ui/spinner";
import { type NameVerdict, useNameCheck } from "./use-name-check";

/** The parts of a store's address before and after its name. */
export interface AddressParts {
  prefix: string;
  suffix: string;
}

interface NameFieldProps {
  value: string;
  address: AddressParts;
  /** The server's error for the name. */
  error?: string;
  onChange: (name: string) => void;
}

/** The store's name, with the resulting address. While typing, only errors that more characters can't fix are shown. */
export function NameField({ value, address, error, onChange }: NameFieldProps) {
  const [left, setLeft] = useState(false);
  const verdict = useNameCheck(value);
  const taken = verdict?.state === "taken" ? verdict.reason : undefined;
  const unfinished = value === "" || (!left && whyNotStoreName(`${value}0`) === null);
  const problem = unfinished ? undefined : (whyNotStoreName(value) ?? undefined);
  return (
    <Field
      label="Name"
      note="Can’t be changed later"
      error={error ?? problem ?? taken}
      hint={
        <span className="flex items-start justify-between gap-3">
          <span className="min-w-0 break-all">
            {address.prefix.replace(/^https?:\/\//, "")}
            <span className={value === "" ? "text-ink-subtle" : "font-medium text-ink"}>
              {value === "" ? "name" : value}
            </span>
            {address.suffix}
          </span>
          <Verdict verdict={verdict} />
        </span>
      }
    >
      {(control) => (
        <Input
          {...control}
          name="name"
          required
          value={value}
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          placeholder="my-store"
          onBlur={() => setLeft(true)}
          onChange={(event) => {
            setLeft(false);
            onChange(event.target.value.toLowerCase().replace(/[\s_]+/g, "-"));
          }}
        />
      )}
    </Field>
  );
}

function Verdict({ verdict }: { verdict: NameVerdict }) {
  if (verdict?.state === "checking") {
    return (
      <span className="inline-flex h-5 items-center text-ink-subtle">
        <Spinner className="size-3.5" />
        <span className="sr-only">Checking the name</span>
      </span>
    );
  }
  if (verdict?.state !== "free") return null;
  return (
    <span className="inline-flex shrink-0 items-center gap-1 font-medium text-good">
      <Check aria-hidden="true" className="size-3.5" strokeWidth={2.5} />
      Available
    </span>
  );
}
