interface TextFieldProps {
  name: string;
  label: string;
  type?: string;
  autoComplete?: string;
  inputMode?: "numeric";
  required?: boolean;
  value?: string | null;
  missing?: boolean;
  className?: string;
}

export function TextField({
  name,
  label,
  type = "text",
  required = false,
  value,
  missing,
  className = "",
  ...rest
}: TextFieldProps) {
  return (
    <div className={className}>
      <label htmlFor={name} className="mb-1.5 block font-medium text-sm">
        {label}
        {required ? null : <span className="font-normal text-ink-muted"> (optional)</span>}
      </label>
      <input
        {...rest}
        id={name}
        name={name}
        type={type}
        required={required}
        maxLength={200}
        defaultValue={value ?? ""}
        aria-invalid={missing || undefined}
        className="h-11 w-full rounded-md border border-line-strong bg-surface px-3 text-base shadow-control aria-invalid:border-bad-solid sm:text-sm"
      />
    </div>
  );
}
