import { Field } from "../ui/field";
import { Input } from "../ui/input";

interface ConfirmTextFieldProps {
  /** The text to type. */
  expected: string;
  value: string;
  autoFocus?: boolean;
  onChange: (value: string) => void;
}

/** Asks the user to type a text before an action that can't be undone. */
export function ConfirmTextField({ expected, value, autoFocus = true, onChange }: ConfirmTextFieldProps) {
  return (
    <Field
      label={
        <>
          Type <strong className="wrap-anywhere font-semibold">{expected}</strong> to confirm
        </>
      }
    >
      {(control) => (
        <Input
          {...control}
          value={value}
          autoFocus={autoFocus}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
