import type { ReactNode } from "react";

interface EmptyProps {
  icon: ReactNode;
  title: string;
  children: ReactNode;
  action?: ReactNode;
}

/** The empty state of a list: what it lists, and how to add the first entry. */
export function Empty({ icon, title, children, action }: EmptyProps) {
  return (
    <div className="px-6 py-12 text-center">
      <span
        aria-hidden="true"
        className="mx-auto grid size-11 place-items-center rounded-lg border border-line bg-hover text-ink-muted [&_svg]:size-5"
      >
        {icon}
      </span>
      <h2 className="mt-4 font-semibold text-sm">{title}</h2>
      <p className="mx-auto mt-1 max-w-sm text-balance text-ink-muted text-sm leading-6">{children}</p>
      {action ? <div className="mt-5 flex justify-center">{action}</div> : null}
    </div>
  );
}
