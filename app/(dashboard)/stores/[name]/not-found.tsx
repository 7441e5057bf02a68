import Link from "next/link";
import { MessagePage } from "@/components/frame/message-page";
import { Button } from "@/components/ui/button";

export default function StoreNotFound() {
  return (
    <main id="content">
      <title>Store not found · Storeyard</title>
      <MessagePage
        title="Store not found"
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
        The store was deleted, the address is wrong, or you are not one of its members.
      </MessagePage>
    </main>
  );
}
