import { Plus } from "lucide-react";
import Link from "next/link";
import { Mark } from "../frame/logo";
import { Button } from "../ui/button";
import { Card } from "../ui/card";

const steps = [
  { title: "Choose a name", text: "The name becomes the store’s address." },
  { title: "Follow the steps", text: "Each step is shown live with its duration." },
  {
    title: "Open the store",
    text: "A store is ready after Storeyard has verified it. In a shop it places a test order.",
  },
];

/** The list's empty state: how creating a store works, and the button to do it. */
export function FirstStore() {
  return (
    <Card aria-label="No stores yet" className="px-6 py-14 text-center sm:py-20">
      <Mark className="mx-auto size-14" />
      <h2 className="mt-6 font-semibold text-xl tracking-[-0.015em]">Create your first store</h2>
      <p className="mx-auto mt-2 max-w-md text-balance text-ink-muted text-sm leading-6">
        Each store is a shop or a site with its own database, address and admin pages.
      </p>
      <Button asChild variant="primary" size="lg" className="mt-6">
        <Link href="/stores/new">
          <Plus aria-hidden="true" />
          Create a store
        </Link>
      </Button>
      <ol className="mx-auto mt-12 grid max-w-2xl gap-6 text-left sm:grid-cols-3 sm:gap-4">
        {steps.map((step, index) => (
          <li key={step.title} className="flex gap-3">
            <span className="tabular grid size-6 shrink-0 place-items-center rounded-full border border-line bg-sunken font-medium text-ink-muted text-xs">
              {index + 1}
            </span>
            <div>
              <p className="font-medium text-sm">{step.title}</p>
              <p className="mt-0.5 text-[0.8125rem] text-ink-muted leading-5">{step.text}</p>
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}
