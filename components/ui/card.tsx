import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

export function Card({ className, ...props }: ComponentProps<"section">) {
  return (
    <section className={cn("rounded-lg border border-line bg-surface shadow-card", className)} {...props} />
  );
}

interface CardHeaderProps {
  id?: string;
  title: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
}

export function CardHeader({ id, title, description, actions }: CardHeaderProps) {
  return (
    <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3 border-line border-b px-4 py-3 sm:px-5">
      <div className={cn("min-w-0 flex-1", description && "basis-60")}>
        <h2 id={id} className="font-semibold text-sm">
          {title}
        </h2>
        {description ? <p className="mt-0.5 text-[0.8125rem] text-ink-muted">{description}</p> : null}
      </div>
      {actions}
    </header>
  );
}
