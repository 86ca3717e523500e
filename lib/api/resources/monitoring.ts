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
      "How many predictions and refusals there were, whether inputs have drifted from the training rows, and whether outcomes agree with the accuracy on the card: each with the difference that chance can make, or “too few to tell”. In one look, all tests of drift together give a false alarm in at most 5% of cases, and so do all verdicts on accuracy; “alert” says what an alert does, which looks again and again and takes stronger evidence. Verdicts on accuracy hold for reported outcomes. It takes a key whose scope is admin, or the cookie of a login.",
    query: {
      days: {
        description: "How many days to look back, by the time of the estimate.",
        schema: { type: "integer", minimum: 1, maximum: MOST_DAYS, default: DEFAULT_DAYS },
      },
    },
    answer: {
      schema: monitoringReportSchema.register(answers, { id: "MonitoringReport" }),
      description: "what the last days show of the version that is served, and the counts and outcomes of earlier ones",
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
