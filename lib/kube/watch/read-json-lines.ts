/** The JSON values of a stream with one on each line, as they come. A last line that was cut off is dropped. */
export async function* readJsonLines<T>(stream: AsyncIterable<Uint8Array | string>): AsyncGenerator<T> {
  const decoder = new TextDecoder();
  let parts: string[] = [];
  for await (const chunk of stream) {
    const text = typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true });
    let from = 0;
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", from)) {
      parts.push(text.slice(from, end));
      from = end + 1;
      const line = parts.join("");
      parts = [];
      if (line.trim()) yield JSON.parse(line) as T;
    }
    if (from < text.length) parts.push(text.slice(from));
  }
}
