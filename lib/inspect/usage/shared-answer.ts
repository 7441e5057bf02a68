import { isAppError } from "@/lib/errors";

/** `refused` and `absent` are as they are until somebody changes something; `silent` may be over in a moment. */
export type Answer<T> = { is: "read"; value: T } | { is: "refused" | "absent" | "silent" };

/** How long an answer is good for. */
const keptMs = { read: 10_000, silent: 20_000, refused: 120_000, absent: 120_000 };

/** Nobody waits longer than this for a figure that is nice to have. */
const patienceMs = 2_500;

/**
 * Something that many ask for and one request answers: what was read is shared for a while, and so is that it can't be
 * had. A request that hangs is let go on, alone, while its askers are told that there is no answer.
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
    const patience = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), patienceMs);
    });
    const answer = await Promise.race([this.asking, patience]);
    clearTimeout(timer);
    return answer ?? this.keep({ is: "silent" });
  }

  /** Whether it knows nothing that is of use any more. */
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

/** A cluster that has no such API says so in one of two ways: there is no such kind, or no such path. */
function toAnswer(error: unknown): { is: "refused" | "absent" | "silent" } {
  const code = isAppError(error) ? error.code : null;
  if (code === "forbidden") return { is: "refused" };
  return { is: code === "not_found" || code === "invalid" ? "absent" : "silent" };
}
