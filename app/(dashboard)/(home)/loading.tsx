import type { ReactNode } from "react";
import { Page } from "@/components/frame/page";
import { Card } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";

const meters = ["small", "standard", "large", "installation"];
const rows = ["first", "second", "third", "fourth", "fifth", "sixth"];

/** The page's skeleton, with the same sizes as the content, so that nothing shifts. */
export default function Loading() {
  return (
    <Page>
      <p role="status" className="sr-only">
        Loading your stores
      </p>
      <div className="mb-6 flex items-end justify-between">
        <Skeleton className="h-8 w-28" />
        <Skeleton className="h-9 w-30" />
      </div>
      <div className="mb-5 grid grid-cols-2 gap-x-5 gap-y-4 sm:grid-cols-4">
        {meters.map((meter) => (
          <div key={meter}>
            <Line>
              <Skeleton className="h-3.5 w-16" />
              <Skeleton className="ml-auto h-3.5 w-12" />
            </Line>
            <Skeleton className="mt-1.5 h-1.5 rounded-full" />
          </div>
        ))}
      </div>
      <div className="mb-4 flex flex-col gap-3">
        <div className="grid grid-cols-2 gap-2 sm:flex">
          <Skeleton className="col-span-2 h-10 rounded-md sm:h-9 sm:flex-1" />
          <Skeleton className="col-span-2 hidden h-10 rounded-md group-data-admin/frame:block sm:h-9 sm:w-56" />
          <Skeleton className="h-10 rounded-md sm:h-9 sm:w-40" />
          <Skeleton className="h-10 rounded-md sm:h-9 sm:w-40" />
        </div>
        <div className="flex gap-1.5 py-0.5">
          <Skeleton className="h-8 w-16 rounded-full" />
          <Skeleton className="h-8 w-24 rounded-full" />
        </div>
      </div>
      <Card className="divide-y divide-line">
        {rows.map((row) => (
          <div key={row} className="flex items-center gap-3.5 px-4 py-3.5 sm:gap-4 sm:px-5">
            <Skeleton className="size-10 shrink-0 rounded-md" />
            <div className="grid min-w-0 flex-1 gap-y-1 md:gap-y-0">
              <div className="flex h-6 items-center justify-between">
                <Skeleton className="h-4 w-40" />
                <Skeleton className="h-6 w-20 rounded-full" />
              </div>
              <Line>
                <Skeleton className="h-3.5 w-56 max-w-full" />
              </Line>
              {/* The owner's line, which only admins see. */}
              <div className="hidden max-md:group-data-admin/frame:block">
                <Line>
                  <Skeleton className="h-3.5 w-36" />
                </Line>
              </div>
            </div>
          </div>
        ))}
      </Card>
    </Page>
  );
}

/** Has the height of a line of small text. */
function Line({ children }: { children: ReactNode }) {
  return <div className="flex h-[1.21875rem] items-center">{children}</div>;
}
