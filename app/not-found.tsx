import Link from "next/link";
import { DeadEnd } from "@/components/frame/dead-end";
import { Button } from "@/components/ui/button";

export default function NotFound() {
  return (
    <main id="content">
      <title>Page not found · Storeyard</title>
      <DeadEnd
        title="This page does not exist"
        actions={
          <Button asChild variant="primary">
            <Link href="/">Go to your stores</Link>
          </Button>
        }
      >
        Check the address, or start again from your stores.
      </DeadEnd>
    </main>
  );
}
