import { isAppError } from "@/lib/errors";

/** `refused` and `absent` last until somebody changes the cluster; `silent` may end at any time. */
export type Answer<T> = { is: "read"; value: T } | { is: "refused" | "absent" | "silent" };

/** How long an answer is reused. */
const keptMs = { read: 10_000, silent: 20_000, refused: 120_000, absent: 120_000 };

/** The longest time that a page waits for usage figures. */
const longestWaitMs = 2_500;

/**
 * The result of one request, shared by many readers for a while; a failure is shared too. While a request hangs, no other
 * is sent, and its readers get `silent`.
 */
export class SharedAnswer<T> {
  private known: { answer: Answer<T>; untilMs: number } | null = null;
  private asking: Promise<Answer<T>> | null = null;

  constructor(
    private readonly ask: () => Promise<T>,
    private readonly now: () => number = Date.now,
  ) {}

  /** Never rejects. */
  async get(): Promise<Answer<T>> {
    if (this.known && this.now() < this.known.untilMs) return this.known.answer;
    this.asking ??= this.askOnce();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const timeout = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), longestWaitMs);
    });
    const answer = await Promise.race([this.asking, timeout]);
    clearTimeout(timer);
    return answer ?? this.keep({ is: "silent" });
  }

  /** Whether its answer is too old to be used. */
  isStale(): boolean {
    return this.asking === null && (this.known === null || this.now() >= this.known.untilMs);
  }

  private async askOnce(): Promise<Answer<T>> {
    const answer = await this.ask().then((value): Answer<T> => ({ is: "read", value }), toAnswer);
    this.asking = null;
    return this.keep(answer);
  }

  private keep(answer: Answer<T>): Answer<T> {
    this.known = { answer, untilMs: this.now() + keptMs[answer.is] };
    return answer;
  }
}

/** A cluster without the API answers either that there is no such kind, or no such path. */
function toAnswer(error: unknown): { is: "refused" | "absent" | "silent" } {
  const code = isAppError(error) ? error.code : null;
  if (code === "forbidden") return { is: "refused" };
  return { is: code === "not_found" || code === "invalid" ? "absent" : "silent" };
}
