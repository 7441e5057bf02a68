import { serveKind } from "@/lib/http/serving/serve-kind";

export const POST = serveKind("end-admin-sessions");
