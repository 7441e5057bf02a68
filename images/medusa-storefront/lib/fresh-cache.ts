interface Kept<T> {
  value: T;
  at: number;
  renewing: boolean;
}

/**
 * Caches the result of `load` for `keptMs`. A result older than `freshMs` is returned and refreshed in the background, so
 * that pages need no database query, and a change is visible to the second visitor after it.
 */
export class FreshCache<T> {
  private readonly kept = new Map<string, Kept<T>>();
  /** Concurrent calls with the same key share one load. */
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
