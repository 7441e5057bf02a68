import { Page } from "@/components/frame/page";
import { Card } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";

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
      <div className="mb-4 flex flex-col gap-3">
        <div className="grid grid-cols-2 gap-2 sm:flex">
          <Skeleton className="col-span-2 h-10 rounded-md sm:h-9 sm:flex-1" />
          <Skeleton className="h-10 rounded-md sm:h-9 sm:w-40" />
          <Skeleton className="h-10 rounded-md sm:h-9 sm:w-40" />
        </div>
        <div className="flex gap-1.5 py-0.5">
          <Skeleton className="h-8 w-16 rounded-full" />
          <Skeleton className="h-8 w-24 rounded-full" />
        </div>
      </div>
      <Card className="divide-y divide-line">
        {["first", "second", "third", "fourth", "fifth", "sixth"].map((row) => (
          <div key={row} className="flex items-center gap-4 px-5 py-3.5">
            <Skeleton className="size-10 rounded-md" />
            <div className="flex-1 space-y-2">
              <Skeleton className="h-4 w-40" />
              <Skeleton className="h-3.5 w-56 max-w-full" />
            </div>
            <Skeleton className="h-6 w-20 rounded-full" />
          </div>
        ))}
      </Card>
    </Page>
  );
}
