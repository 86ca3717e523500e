import { defaultAlertRules } from "../model/alert-rules";
import type { Model } from "../model/model";
import { readStanding, recordAlerts } from "../store/alerts";
import type { Store } from "../store/store";
import { evaluateAlerts } from "./alerts";
import { monitorStored } from "./stored";

/** Alerts are about a month: long enough for a verdict where there is little traffic. */
const ALERT_DAYS = 30;

/** See whether a model's alerts still stand or new ones do, and note what changed. */
export async function watchModel(store: Store, model: Model, now: Date, tell: boolean): Promise<void> {
  const report = await monitorStored(store, model, ALERT_DAYS, now);
  const before = await readStanding(store, model.spec.id);
  const standing = Object.fromEntries(
    Object.entries(before).map(([rule, since]) => [rule, new Date(since).toISOString()]),
  );
  const { state, events } = evaluateAlerts(model.spec.alerts ?? defaultAlertRules, report, standing);
  const after = Object.fromEntries(Object.entries(state).map(([rule, since]) => [rule, Date.parse(since)]));
  const changes = events.map(({ rule, event, at, detail }) => ({ rule, event, at: Date.parse(at), detail }));
  await recordAlerts(store, model.spec.id, { before, after, changes }, tell);
}
