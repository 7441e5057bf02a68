import { Callout } from "../ui/callout";

/** An error that belongs to no field. It is announced, and focused if no field has an error. */
export function FormError({ children }: { children: string | undefined }) {
  return (
    <div role="alert" className="empty:hidden">
      {children ? <Callout tone="bad" title={children} tabIndex={-1} data-form-error /> : null}
    </div>
  );
}
