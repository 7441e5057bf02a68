import { Card } from "../ui/card";

/** Shown to viewers instead of the logs, which may contain secrets. */
export function NotForViewers({ what }: { what: string }) {
  return (
    <Card className="px-6 py-16 text-center">
      <h2 className="font-semibold text-lg tracking-[-0.01em]">{what} are available to managers</h2>
      <p className="mx-auto mt-2 max-w-sm text-balance text-ink-muted text-sm leading-6">
        You are a viewer of this store. Its owner can make you a manager under Settings.
      </p>
    </Card>
  );
}
