/** The addresses of a list's pages, from the first to the last, repeatedly. */
export class PageWalk {
  private cursor: string | null = null;
  private readonly size: number;

  constructor(size: number) {
    this.size = size;
  }

  next(): string {
    return `/api/stores?limit=${this.size}${this.cursor === null ? "" : `&cursor=${this.cursor}`}`;
  }

  /** Takes the page that was read, which contains the cursor of the next one. */
  turn(body: string): void {
    this.cursor = (JSON.parse(body) as { nextCursor: string | null }).nextCursor;
  }
}
