import type { Context } from "hono";
import { monitorStored } from "../../monitoring/stored";
import { findModel } from "../../registry/registry";
import { withStore } from "../../store/store";
import { invalidInput, noSuchModel, refuse } from "../problem/problem";
import { MOST_DAYS, readDays } from "../../monitoring/days";
import { answeringStoreFaults } from "../problem/refuse-store-faults";

/** `GET /api/models/{model}/monitoring?days=`: how the model did in the last days. */
export async function getMonitoring(
  context: Context<object, "/api/models/:model/monitoring", { in: { query: { days?: string } }; out: object }>,
) {
  return answeringStoreFaults(context, async () => {
    const model = await findModel(context.req.param("model"));
    if (!model) return refuse(context, noSuchModel());
    const days = readDays(context.req.query("days"));
    if (days === undefined) {
      const detail = `days must be a whole number from 1 to ${MOST_DAYS}`;
      return refuse(context, invalidInput([{ parameter: "days", detail }]));
    }
    const report = await withStore((store) => monitorStored(store, model, days, new Date()));
    return context.json(report, 200, { "Cache-Control": "no-store" });
  });
}
