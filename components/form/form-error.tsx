import { Callout } from "../ui/callout";

/** What is wrong with a form as a whole; announced when it appears, and focused where no field is to blame. */
export function FormError({ children }: { children: string | undefined }) {
  return (
    <div role="alert" className="empty:hidden">
      {children ? <Callout tone="bad" title={children} tabIndex={-1} data-form-error /> : null}
    </div>
  );
}
