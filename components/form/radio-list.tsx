import { useId } from "react";
import { FieldError } from "../ui/field";

interface RadioListProps<T extends string> {
  legend: string;
  name: string;
  choices: { value: T; label: string; meaning: string }[];
  value: T;
  error?: string;
  onChange: (value: T) => void;
}

/** Radio buttons, each with a description. */
export function RadioList<T extends string>(props: RadioListProps<T>) {
  const id = useId();
  return (
    <fieldset className="min-w-0" aria-describedby={props.error ? `${id}-error` : undefined}>
      <legend className="mb-1.5 font-medium text-sm">{props.legend}</legend>
      <div className="overflow-hidden rounded-md border border-line-strong shadow-control">
        {props.choices.map(({ value, label, meaning }) => (
          <label
            key={value}
            className="flex gap-3 border-line not-first:border-t bg-surface px-3 py-2.5 transition-colors duration-150 hover:bg-hover/50 has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-focus has-[:focus-visible]:-outline-offset-2 has-[:checked]:bg-hover"
          >
            <input
              type="radio"
              name={props.name}
              value={value}
              checked={props.value === value}
              aria-describedby={`${id}-${value}`}
              aria-invalid={props.error && props.value === value ? true : undefined}
              className="mt-0.5 size-4 shrink-0 accent-ink outline-none"
              onChange={() => props.onChange(value)}
            />
            <span className="min-w-0 text-[0.8125rem] leading-5">
              <span className="block font-medium">{label}</span>
              <span id={`${id}-${value}`} className="block text-ink-muted">
                {meaning}
              </span>
            </span>
          </label>
        ))}
      </div>
      <div id={`${id}-error`} aria-live="polite" className="mt-1.5 text-[0.8125rem] empty:hidden">
        {props.error ? <FieldError>{props.error}</FieldError> : null}
      </div>
    </fieldset>
  );
}
