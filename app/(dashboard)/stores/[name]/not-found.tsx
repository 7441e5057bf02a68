import Link from "next/link";
import { DeadEnd } from "@/components/frame/dead-end";
import { Button } from "@/components/ui/button";

export default function StoreNotFound() {
  return (
    <main id="content">
      <title>No such store · Storeyard</title>
      <DeadEnd
        title="There is no such store"
        actions={
          <>
            <Button asChild>
              <Link href="/stores/new">Create a store</Link>
            </Button>
            <Button asChild variant="primary">
              <Link href="/">Back to your stores</Link>
            </Button>
          </>
        }
      >
        It may have been deleted, or the address may have a typing error.
      </DeadEnd>
    </main>
  );
}
