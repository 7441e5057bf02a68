export { answerStoreEvents as GET } from "@/lib/http/streams/stream-handlers";
