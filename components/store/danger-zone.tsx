import { Trash2 } from "lucide-react";
import type { StoreResource } from "@/lib/http/store-resource";
import { Button } from "../ui/button";
import { Card, CardHeader } from "../ui/card";
import { DeleteDialog } from "./delete-dialog";

export function DangerZone({ store }: { store: StoreResource }) {
  // Of a failed store, deleting is offered beside trying again.
  if (store.phase === "deleting" || store.phase === "failed") return null;
  return (
    <Card aria-labelledby="danger-title">
      <CardHeader id="danger-title" title="Delete this store" />
      <div className="px-4 py-4 sm:px-5">
        <p className="text-[0.8125rem] text-ink-muted leading-5">
          The shop, its orders and its files go for good. Its name is free again afterwards.
        </p>
        <DeleteDialog
          name={store.name}
          trigger={
            <Button variant="danger-quiet" className="mt-3.5 w-full">
              <Trash2 aria-hidden="true" />
              Delete store…
            </Button>
          }
        />
      </div>
    </Card>
  );
}
