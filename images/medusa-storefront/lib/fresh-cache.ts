interface Kept<T> {
  value: T;
  at: number;
  renewing: boolean;
}

/**
 * Keeps what `load` gave: answers it at once for `keptMs`, and asks anew behind the visitor's back once it is older
 * than `freshMs`. So a page costs no trip to the database, and a change is seen by the second visitor after it.
 */
export class FreshCache<T> {
  private readonly kept = new Map<string, Kept<T>>();
  /** Those who ask for the same at once wait for the same answer. */
  private readonly loading = new Map<string, Promise<T>>();

  constructor(
    private readonly load: (key: string) => Promise<T>,
    private readonly options = { freshMs: 2_000, keptMs: 60_000, most: 500 },
  ) {}

  async get(key: string, now = Date.now()): Promise<T> {
    const kept = this.kept.get(key);
    if (kept && now - kept.at < this.options.keptMs) {
      if (now - kept.at > this.options.freshMs && !kept.renewing) {
        kept.renewing = true;
        this.renew(key).catch(() => {
          kept.renewing = false;
        });
      }
      return kept.value;
    }
    return this.renew(key);
  }

  private renew(key: string): Promise<T> {
    const loading = this.loading.get(key) ?? this.loadAndKeep(key).finally(() => this.loading.delete(key));
    this.loading.set(key, loading);
    return loading;
  }

  private async loadAndKeep(key: string): Promise<T> {
    const value = await this.load(key);
    this.kept.delete(key);
    this.kept.set(key, { value, at: Date.now(), renewing: false });
    const [oldest] = this.kept.keys();
    if (oldest !== undefined && this.kept.size > this.options.most) this.kept.delete(oldest);
    return value;
  }
}
