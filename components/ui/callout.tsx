import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

const looks = {
  info: { box: "border-busy-line bg-busy-soft", text: "text-busy", Icon: Info },
  good: { box: "border-good-line bg-good-soft", text: "text-good", Icon: CircleCheck },
  warn: { box: "border-warn-line bg-warn-soft", text: "text-warn", Icon: TriangleAlert },
  bad: { box: "border-bad-line bg-bad-soft", text: "text-bad", Icon: CircleAlert },
} as const;

interface CalloutProps extends Omit<ComponentProps<"div">, "title"> {
  tone: keyof typeof looks;
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
}

/** A highlighted message with optional actions. */
export function Callout({ tone, title, children, actions, className, ...props }: CalloutProps) {
  const { box, text, Icon } = looks[tone];
  return (
    <div className={cn("flex gap-3 rounded-lg border px-4 py-3 text-sm", box, className)} {...props}>
      <Icon aria-hidden="true" className={cn("mt-0.5 size-4 shrink-0", text)} />
      <div className="flex min-w-0 flex-1 flex-wrap items-start justify-between gap-x-4 gap-y-3">
        <div className="min-w-0 flex-1 basis-60">
          <p className="break-words font-medium text-ink">{title}</p>
          {children ? <div className="mt-1 text-ink-muted">{children}</div> : null}
        </div>
        {actions ? <div className="flex shrink-0 flex-wrap gap-2">{actions}</div> : null}
      </div>
    </div>
  );
}
