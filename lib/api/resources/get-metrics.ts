import type { Context } from "hono";
import { bearerOf, digest, isAmong } from "../../service/credentials";
import { writeMetrics } from "../../service/metrics";
import { needsMetricsToken, refuse } from "../problem/problem";
import { settings } from "../../service/settings";

/** `GET /metrics`: for Prometheus, which sends the token if there is one to send. */
export async function getMetrics(context: Context) {
  const { METRICS_TOKEN } = settings();
  if (
    METRICS_TOKEN !== undefined &&
    !isAmong([digest(METRICS_TOKEN)], digest(bearerOf(context.req.header("authorization")) ?? ""))
  ) {
    return refuse(context, needsMetricsToken(), { "WWW-Authenticate": 'Bearer realm="metrics"' });
  }
  const { type, text } = await writeMetrics();
  return context.body(text, 200, { "Content-Type": type });
}
