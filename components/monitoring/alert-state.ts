import type { Model } from "@/lib/model/model";
import { evaluateModels } from "@/lib/service/alert-watch";
import { settings } from "@/lib/service/settings";
import { webhookSecret } from "@/lib/service/webhook";
import { listAlertEvents, readStanding, type Standing } from "@/lib/store/alerts";
import { withStore } from "@/lib/store/store";
import type { AlertEventRow } from "@/lib/store/tables";

const MOST_EVENTS = 20;

export interface AlertState {
  /** The version that is served, whose alerts stand; events may be of others. */
  version: string;
  standing: Standing;
  events: AlertEventRow[];
  /** What the receiver checks signatures with, where somebody is told. */
  webhook: string | undefined;
}

/** The alerts of a model as it is served, also where no timer sees to them. */
export async function readAlerts({ spec: { id: model }, version }: Model, now: Date): Promise<AlertState> {
  await evaluateModels(now);
  const [standing, events] = await withStore((store) =>
    Promise.all([readStanding(store, { model, version }), listAlertEvents(store, MOST_EVENTS, model)]),
  );
  return {
    version,
    standing,
    events,
    webhook: settings().ALERT_WEBHOOK === undefined ? undefined : await webhookSecret(),
  };
}
