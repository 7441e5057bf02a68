import { Field } from "../ui/field";
import { Input } from "../ui/input";

interface AccountEmailFieldProps {
  label: string;
  hint?: string;
  /** The API's name of it, under which a refusal comes back. */
  name?: string;
  value: string;
  error: string | undefined;
  onChange: (email: string) => void;
}

/** Somebody else's e-mail address, where a dialog asks whom it is about: nothing that the browser knows by heart. */
export function AccountEmailField({
  label,
  hint,
  name = "email",
  value,
  error,
  onChange,
}: AccountEmailFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <Input
          {...control}
          name={name}
          type="email"
          value={value}
          autoFocus
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          placeholder="ann@example.com"
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
