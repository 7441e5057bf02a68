export { answerLogs as GET } from "@/lib/http/streams/stream-handlers";
