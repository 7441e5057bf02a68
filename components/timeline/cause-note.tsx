import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import type { Cause } from "@/lib/domain/cause";

/**
 * A cause: its message, what to do about it, and what Kubernetes reported. After the end of an operation the page
 * shows the next step.
 */
export function CauseNote({ cause, ended }: { cause: Cause; ended: boolean }) {
  return (
    <div className="text-[0.8125rem] leading-5">
      <p className="break-words text-ink-muted">{cause.message}</p>
      {cause.next && !ended ? <p className="mt-0.5 break-words text-ink">{cause.next}</p> : null}
      {cause.detail ? (
        <Disclosure label="Message from the cluster">
          <Output label="Message from the cluster" lines={[cause.detail]} />
        </Disclosure>
      ) : null}
    </div>
  );
}

export function Disclosure({ label, children }: { label: string; children: ReactNode }) {
  return (
    <details className="group/details mt-1.5">
      <summary className="inline-flex h-6 list-none items-center gap-1 rounded-sm pr-1 font-medium text-[0.8125rem] text-ink-muted hover:text-ink">
        <ChevronRight
          aria-hidden="true"
          className="size-3.5 transition-transform duration-150 group-open/details:rotate-90"
        />
        {label}
      </summary>
      <div className="mt-1.5">{children}</div>
    </details>
  );
}

/** Program output in a region that can be scrolled by keyboard. */
export function Output({ lines, label }: { lines: string[]; label: string }) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus to be scrolled by keys.
      tabIndex={0}
      className="max-h-64 overflow-auto rounded-md border border-line bg-sunken px-3 py-2.5"
    >
      <pre className="whitespace-pre-wrap break-words font-mono text-[0.75rem] text-ink-muted leading-5">
        {lines.join("\n")}
      </pre>
    </section>
  );
}
