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
      <Card className="divide-y divide-line">
        {["first", "second", "third"].map((row) => (
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
