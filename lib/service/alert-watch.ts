import { watchModel } from "../monitoring/watch";
import { findModel, listPublished } from "../registry/registry";
import { settleAlertEvent, takeAlertEvent } from "../store/alerts";
import { NoStoreError, StoreAwayError } from "../store/faults";
import { changeLease, takeLease } from "../store/lease";
import { withStore } from "../store/store";
import { logWarning } from "./log";
import { settings } from "./settings";
import { sendWebhook } from "./webhook";

const MINUTE = 60_000;
/** How long one instance may take; after that another may try. */
const LONGEST_EVALUATION = 5 * MINUTE;
/** Where a report takes long, as with many outcomes, reports are seldom, so that they take a twentieth of the time. */
const PAUSE_FOR_EACH_MILLISECOND = 20;
const LONGEST_PAUSE = 60 * MINUTE;
/** With pauses that double up to an hour, somewhat over a day. */
const MOST_ATTEMPTS = 30;
const MOST_EVENTS_AT_ONCE = 100;

/** See to the alerts every minute for as long as the process has something else to do. */
export function watchAlerts(): void {
  setInterval(() => void runWatch(new Date()), MINUTE).unref();
}

/**
 * See which alerts stand, where no other instance has just done so, and tell whoever is to be told. It never throws:
 * what fails is tried again the next time.
 */
export async function runWatch(now: Date): Promise<void> {
  try {
    await evaluateModels(now);
    await tellEvents(now.getTime());
  } catch (error) {
    if (!(error instanceof NoStoreError || error instanceof StoreAwayError)) {
      logWarning(`alerts could not be seen to: ${(error as Error).message}`);
    }
  }
}

/**
 * See which alerts stand, unless that was done within the last minute.
 *
 * @throws NoStoreError, StoreAwayError
 */
export async function evaluateModels(now: Date): Promise<void> {
  const start = now.getTime();
  const taken = await withStore((store) => takeLease(store, "alerts", start, start + LONGEST_EVALUATION));
  if (!taken) return;
  const started = performance.now();
  const tell = settings().ALERT_WEBHOOK !== undefined;
  for (const { id } of await listPublished()) {
    const model = await findModel(id);
    if (model) await withStore((store) => watchModel(store, model, now, tell));
  }
  const pause = Math.max(MINUTE, PAUSE_FOR_EACH_MILLISECOND * Math.round(performance.now() - started));
  await withStore((store) => changeLease(store, "alerts", start + pause));
}

async function tellEvents(now: number): Promise<void> {
  const { ALERT_WEBHOOK } = settings();
  if (ALERT_WEBHOOK === undefined) return;
  const next = (attempts: number) => now + Math.min(2 ** (attempts - 1) * MINUTE, LONGEST_PAUSE);
  for (let told = 0; told < MOST_EVENTS_AT_ONCE; told++) {
    const event = await withStore((store) => takeAlertEvent(store, now, next));
    if (!event) return;
    const fault = await sendWebhook(ALERT_WEBHOOK, event, now);
    if (fault) logWarning(`ALERT_WEBHOOK did not take the alert ${event.rule} of ${event.model}: ${fault}`);
    if (!fault || event.attempts >= MOST_ATTEMPTS) {
      await withStore((store) => settleAlertEvent(store, event.id, fault ? null : now));
    }
  }
}
