import type { IncomingMessage, ServerResponse } from "node:http";
import type { FoundStream } from "./find-stream";
import { sendResponse, toRequest } from "./send-response";

/** Answers a request with the requested stream. A path that can't be decoded gets an empty 400. */
export async function answerStream(
  { handle, params }: FoundStream,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const decoded = Object.fromEntries(
      Object.entries(params).map(([name, value]) => [name, decodeURIComponent(value)]),
    );
    const answer = await handle(toRequest(message, response), { params: Promise.resolve(decoded) });
    await sendResponse(answer, response);
  } catch {
    // The path could not be decoded, or the client closed the connection meanwhile.
    if (!response.headersSent) response.writeHead(400);
    response.end();
  }
}
