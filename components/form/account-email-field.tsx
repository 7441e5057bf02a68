import { Field } from "../ui/field";
import { Input } from "../ui/input";

interface AccountEmailFieldProps {
  label: string;
  hint?: string;
  /** The field's name in the API, which its errors refer to. */
  name?: string;
  value: string;
  error: string | undefined;
  onChange: (email: string) => void;
}

/** A dialog's field for another account's e-mail address: the browser must not fill in the user's own. */
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
