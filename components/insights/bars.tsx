import type { Route } from "next";
import Link from "next/link";
import { cn } from "../ui/cn";

export interface Bar {
  label: string;
  count: number;
  /** The bar's colour, as a class name. */
  tone: string;
  href?: string;
}

/** Horizontal bars; the longest one is the highest count. */
export function Bars({ bars, label }: { bars: Bar[]; label: string }) {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <ul aria-label={label} className="flex flex-col gap-3 text-[0.8125rem]">
      {bars.map(({ label, count, tone, href }) => (
        <li key={label}>
          <div className="flex items-baseline justify-between gap-3">
            {href ? (
              <Link href={href as Route} className="rounded-sm underline-offset-4 hover:underline">
                {label}
              </Link>
            ) : (
              <span>{label}</span>
            )}
            <span className="tabular font-medium">{count.toLocaleString("en")}</span>
          </div>
          <div aria-hidden="true" className="mt-1.5 h-2 rounded-full bg-hover">
            <div
              className={cn("h-full min-w-1 rounded-full", tone)}
              style={{ width: `${(count / most) * 100}%` }}
            />
          </div>
        </li>
      ))}
    </ul>
  );
}
