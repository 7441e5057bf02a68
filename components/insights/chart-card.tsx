import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Card, CardHeader } from "../ui/card";

interface ChartCardProps {
  id: string;
  title: string;
  description: string;
  /** The chart. The table holds the same data. */
  children: ReactNode;
  table: { columns: string[]; rows: (string | number)[][] };
}

/** A chart with a table of its data. */
export function ChartCard({ id, title, description, children, table }: ChartCardProps) {
  return (
    <Card aria-labelledby={id} className="flex min-w-0 flex-col">
      <CardHeader id={id} title={title} description={description} />
      <div className="px-4 py-5 sm:px-5">{children}</div>
      <details className="group/table mt-auto border-line border-t">
        <summary className="flex list-none items-center gap-2 rounded-b-lg px-4 py-2.5 text-[0.8125rem] text-ink-muted outline-offset-[-2px] hover:text-ink sm:px-5">
          <ChevronRight
            aria-hidden="true"
            className="size-3.5 transition-transform duration-150 group-open/table:rotate-90"
          />
          <span>
            Show data<span className="sr-only"> of {title}</span>
          </span>
        </summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus to be scrolled by keys. */}
        <section aria-label={`Data of ${title}`} tabIndex={0} className="max-h-72 overflow-auto pb-2">
          <table className="w-full text-[0.8125rem]">
            <thead>
              <tr>
                {table.columns.map((column, index) => (
                  <th
                    key={column}
                    scope="col"
                    className={`sticky top-0 bg-surface px-4 py-1.5 font-medium text-ink-muted sm:px-5 ${index === 0 ? "text-left" : "text-right"}`}
                  >
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map(([first, ...rest]) => (
                <tr key={first} className="border-line border-t">
                  <th scope="row" className="px-4 py-1.5 text-left font-normal sm:px-5">
                    {first}
                  </th>
                  {rest.map((cell, index) => (
                    <td key={table.columns[index + 1]} className="tabular px-4 py-1.5 text-right sm:px-5">
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </Card>
  );
}
