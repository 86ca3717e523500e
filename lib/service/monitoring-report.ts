import { localeOf } from "../language/locale";
import { monitorStored } from "../monitoring/stored";
import type { MonitoringReport } from "../monitoring/report";
import type { Model } from "../model/model";
import { processState } from "../process-state";
import { withStore } from "../store/store";

/** A report that took long is good for some time: so that reports take at most a sixth of the time of one core. */
const GOOD_FOR_EACH_MILLISECOND = 5;
const LONGEST_MILLISECONDS = 30_000;

interface Kept {
  report: Promise<MonitoringReport>;
  /** In milliseconds of this process; for ever while it is being made. */
  until: number;
}
const kept = processState("monitoring-reports", () => new Map<string, Kept>());

/**
 * How a model did in the last days, in the language of its description. A report is shared while it is being made, and
 * then for five times as long as it took.
 *
 * @throws NoStoreError, StoreAwayError
 */
export function monitoringReport(model: Model, days: number): Promise<MonitoringReport> {
  const { id } = model.spec;
  // By the revision and the language, which change the words of a report but no answer of the model.
  const name = `${id} ${model.version} ${model.revision} ${localeOf(model.spec)} ${days}`;
  for (const [each, { until }] of kept) if (until < performance.now()) kept.delete(each);
  const known = kept.get(name);
  if (known) return known.report;
  const started = performance.now();
  const report = withStore((store) => monitorStored(store, model, days, new Date()));
  const entry: Kept = { report, until: Infinity };
  kept.set(name, entry);
  report.then(
    () => {
      const now = performance.now();
      entry.until = now + Math.min(GOOD_FOR_EACH_MILLISECOND * (now - started), LONGEST_MILLISECONDS);
    },
    () => kept.delete(name),
  );
  return report;
}
