import { isFromThisHost } from "@/lib/auth/request-origin";
import { getApp } from "@/lib/get-app";
import { hasMetricsToken } from "@/lib/http/serving/has-metrics-token";
import { problemResponse } from "@/lib/http/serving/problem";

export const dynamic = "force-dynamic";

/** Metrics for Prometheus: with METRICS_TOKEN from anywhere, without it from the same host only. */
export async function GET(request: Request): Promise<Response> {
  const { settings, metrics } = getApp();
  const allowed =
    hasMetricsToken(request.headers, settings.metricsToken) ||
    isFromThisHost(request.headers, settings.trustedProxies);
  if (!allowed) {
    return problemResponse({
      code: "unauthenticated",
      detail:
        "Send METRICS_TOKEN in the header Authorization: Bearer, or send the request from the same host.",
    });
  }
  return new Response(await metrics.registry.metrics(), {
    headers: { "Content-Type": metrics.registry.contentType, "Cache-Control": "no-store" },
  });
}
