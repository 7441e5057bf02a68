/** The lines of a stream as they come, without their line breaks. Returns what follows the last line break. */
export async function* readLines(stream: AsyncIterable<Uint8Array | string>): AsyncGenerator<string, string> {
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
      yield line;
    }
    if (from < text.length) parts.push(text.slice(from));
  }
  return parts.join("");
}
