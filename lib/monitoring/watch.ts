import { defaultAlertRules } from "../model/alert-rules";
import type { Model } from "../model/model";
import { readStanding, recordAlerts } from "../store/alerts";
import type { Store } from "../store/store";
import { evaluateAlerts } from "./alerts";
import { monitorServed } from "./stored";

/** Alerts are about a month: long enough for a verdict where there is little traffic. */
const ALERT_DAYS = 30;

/** See whether the alerts of a model as it is served still stand or new ones do, and note what changed. */
export async function watchModel(store: Store, model: Model, now: Date, tell: boolean): Promise<void> {
  const report = await monitorServed(store, model, ALERT_DAYS, now);
  const served = { model: model.spec.id, version: model.version };
  const before = await readStanding(store, served);
  const standing = Object.fromEntries(
    Object.entries(before).map(([rule, since]) => [rule, new Date(since).toISOString()]),
  );
  const { state, events } = evaluateAlerts(model.spec.alerts ?? defaultAlertRules, report, standing);
  const after = Object.fromEntries(Object.entries(state).map(([rule, since]) => [rule, Date.parse(since)]));
  const changes = events.map(({ rule, event, at, detail }) => ({ rule, event, at: Date.parse(at), detail }));
  await recordAlerts(store, served, { before, after, changes }, tell);
}
