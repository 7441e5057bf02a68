import { readLines } from "../read-lines";

/** The JSON values of a stream with one on each line, as they come. A last line without a line break is dropped. */
export async function* readJsonLines<T>(stream: AsyncIterable<Uint8Array | string>): AsyncGenerator<T> {
  for await (const line of readLines(stream)) {
    if (line.trim()) yield JSON.parse(line) as T;
  }
}
