"use client";

import { useId } from "react";

interface SegmentsProps<V extends string> {
  /** The accessible name of the group. */
  label: string;
  options: { value: V; label: string }[];
  value: V;
  onChange: (value: V) => void;
}

/** Radio buttons side by side. */
export function Segments<V extends string>({ label, options, value, onChange }: SegmentsProps<V>) {
  const name = useId();
  return (
    <fieldset className="flex min-w-0 gap-0.5 overflow-x-auto rounded-md border border-line bg-sunken p-[3px] [scrollbar-width:none]">
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className="relative inline-flex h-7 select-none items-center whitespace-nowrap rounded-[0.375rem] border border-transparent px-3 font-medium text-[0.8125rem] text-ink-muted transition-colors duration-150 hover:text-ink has-[:checked]:border-line has-[:checked]:bg-raised has-[:checked]:text-ink has-[:checked]:shadow-control has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-focus"
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={value === option.value}
            className="sr-only"
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
