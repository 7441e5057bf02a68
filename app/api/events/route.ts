import { streamHandlers } from "@/lib/http/streams/stream-handlers";

export const GET = streamHandlers.streamEvents;
