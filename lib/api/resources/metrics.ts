import { writeMetrics } from "../../service/metrics";
import { resource } from "../resource";

/** `GET /metrics`: for Prometheus, which sends the token if there is one to send. */
export const getMetrics = resource({
  method: "get",
  path: "/metrics",
  auth: "metrics",
  probe: true,
  document: {
    id: "getMetrics",
    summary: "Get the metrics for Prometheus",
    description: "Requests, predictions and refusals as counters and histograms.",
    answer: { mediaTypes: ["text/plain"], description: "metrics in the text format of Prometheus" },
  },
  async handler(context) {
    const { type, text } = await writeMetrics();
    return context.body(text, 200, { "Content-Type": type });
  },
});
