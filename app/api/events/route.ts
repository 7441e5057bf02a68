export { answerEvents as GET } from "@/lib/http/streams/stream-handlers";
