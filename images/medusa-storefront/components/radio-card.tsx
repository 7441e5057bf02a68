import type { ReactNode } from "react";

interface RadioCardProps {
  name: string;
  value: string;
  chosen: boolean;
  title: string;
  about?: string;
  aside?: ReactNode;
}

/** A radio button drawn as a card. */
export function RadioCard({ name, value, chosen, title, about, aside }: RadioCardProps) {
  return (
    <label className="flex items-center gap-3.5 rounded-md border bg-surface px-4 py-3.5 text-sm shadow-control has-checked:border-ink has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2">
      <input
        type="radio"
        name={name}
        value={value}
        defaultChecked={chosen}
        required
        className="size-4 accent-primary outline-none"
      />
      <span className="min-w-0 flex-1">
        <span className="block font-medium">{title}</span>
        {about ? <span className="block text-ink-muted">{about}</span> : null}
      </span>
      {aside}
    </label>
  );
}
