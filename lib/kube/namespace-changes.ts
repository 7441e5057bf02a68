import type { ClusterView } from "./cluster-view";

/** Waits for changes in a namespace. A change between two waits ends the next one at once. */
export class NamespaceChanges {
  private changed = false;
  private wake: () => void = () => {};
  private readonly unsubscribe: () => void;

  constructor(view: ClusterView, namespace: string) {
    this.unsubscribe = view.onChange((change) => {
      if (change.namespace !== namespace) return;
      this.changed = true;
      this.wake();
    });
  }

  /** Resolves on the first change since the last wait, after `atMostMs`, or on the signal. */
  async next(atMostMs: number, signal: AbortSignal): Promise<void> {
    if (!this.changed && !signal.aborted) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, atMostMs);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
        signal.addEventListener("abort", this.wake, { once: true });
      });
    }
    signal.removeEventListener("abort", this.wake);
    this.changed = false;
  }

  close(): void {
    this.unsubscribe();
  }
}
