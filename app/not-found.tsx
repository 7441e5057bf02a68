import Link from "next/link";
import { MessagePage } from "@/components/frame/message-page";
import { Button } from "@/components/ui/button";

export default function NotFound() {
  return (
    <main id="content">
      <title>Page not found · Storeyard</title>
      <MessagePage
        title="This page does not exist"
        actions={
          <Button asChild variant="primary">
            <Link href="/">Go to your stores</Link>
          </Button>
        }
      >
        Check the address, or go to your stores.
      </MessagePage>
    </main>
  );
}
