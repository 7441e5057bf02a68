"use client";

import { useState } from "react";
import { storeName } from "@/lib/domain/store-name";
import { Field } from "../ui/field";
import { Input } from "../ui/input";

/** What stands before and after the name in a store's address. */
export interface AddressParts {
  prefix: string;
  suffix: string;
}

interface NameFieldProps {
  value: string;
  address: AddressParts;
  /** What the server said of the name. */
  error?: string;
  onChange: (name: string) => void;
}

/** The name, with the address it gives. While it is typed only what more typing can't mend is an error. */
export function NameField({ value, address, error, onChange }: NameFieldProps) {
  const [left, setLeft] = useState(false);
  const parsed = storeName.safeParse(value);
  const unfinished = value === "" || (!left && storeName.safeParse(`${value}0`).success);
  const problem = parsed.success || unfinished ? undefined : parsed.error.issues[0]?.message;
  return (
    <Field
      label="Name"
      note="Can’t be changed later"
      error={error ?? problem}
      hint={
        <span className="block break-all">
          {address.prefix.replace(/^https?:\/\//, "")}
          <span className={value === "" ? "text-ink-subtle" : "font-medium text-ink"}>
            {value === "" ? "name" : value}
          </span>
          {address.suffix}
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
