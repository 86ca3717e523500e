import { DEFAULT_DAYS, MOST_DAYS, readDays } from "../../monitoring/days";
import { monitoringReportSchema } from "../../monitoring/report";
import { monitoringReport } from "../../service/monitoring-report";
import { answers } from "../openapi/names";
import { invalidInput } from "../problem/problem";
import { refuse } from "../problem/refuse";
import { findServed } from "../request/find-served";
import { resource } from "../resource";

/** `GET /api/models/{model}/monitoring?days=`: how the model did in the last days. */
export const getMonitoring = resource({
  method: "get",
  path: "/api/models/:model/monitoring",
  auth: "owner",
  problems: ["no-store"],
  document: {
    id: "monitorModel",
    tag: "Outcomes",
    summary: "Monitor a model",
    description:
      "Requests, refusals, input drift against the training rows, and accuracy on outcomes against the model card. Every verdict takes chance into account, or is “too few to tell”. In one report, all drift tests together give a false verdict in at most 5% of cases, and so do all verdicts on accuracy. Alerts need stronger evidence; “alert” has their next step. Verdicts on accuracy apply to reported outcomes only. It needs a key with the scope admin, or the cookie of a login.",
    query: {
      days: {
        description: "The number of days to look back, by the time of the estimate.",
        schema: { type: "integer", minimum: 1, maximum: MOST_DAYS, default: DEFAULT_DAYS },
      },
    },
    answer: {
      schema: monitoringReportSchema.register(answers, { id: "MonitoringReport" }),
      description: "the report on the version that is served, with counts and outcomes of earlier versions",
    },
  },
  async handler(context) {
    const served = await findServed(context.req.param("model"));
    if ("problem" in served) return refuse(context, served.problem);
    const days = readDays(context.req.query("days"));
    if (days === undefined) {
      const detail = `days must be a whole number from 1 to ${MOST_DAYS}`;
      return refuse(context, invalidInput([{ parameter: "days", detail }]));
    }
    const report = await monitoringReport(served.model, days);
    return context.json(report, 200, { "Cache-Control": "no-store" });
  },
});
