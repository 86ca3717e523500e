import { binomialUpperTail } from "../math/binomial";
import { FEWEST_ROWS_TO_JUDGE } from "../model/evidence";
import type { AlertRule } from "../model/alert-rules";
import { formatQuantity, formatShare } from "../model/format";
import type { VersionReport } from "./report";

/** The alerts that stand, by the id of their rule, with the moment since when; kept by the caller between reports. */
export type AlertState = Record<string, string>;

export interface AlertEvent {
  rule: string;
  event: "fired" | "cleared";
  at: string;
  detail: string;
}

/** What a rule finds in a report; null where there are too few rows to tell. */
interface Finding {
  broken: boolean;
  detail: string;
}

/** A share has to be above its limit by more than chance makes. */
const SIGNIFICANCE = 0.01;

function check(rule: AlertRule, { drift, performance, volume }: VersionReport): Finding | null {
  switch (rule.metric) {
    case "drift":
      if (drift.verdict === "too few to tell") return null;
      return { broken: drift.verdict === "drift", detail: drift.detail };
    case "accuracy": {
      const judged = performance.measures.filter(
        ({ measure, verdict }) => rule.measures.includes(measure) && verdict !== "too few to tell",
      );
      if (judged.length === 0) return null;
      const worse = judged.filter(({ verdict }) => verdict === "worse than claimed");
      const told = worse.map(({ label, detail }) => `${label}: ${detail}`).join("; ");
      return { broken: worse.length > 0, detail: told || "accuracy is not worse than claimed" };
    }
    case "refusals": {
      const { predictions, refusals, logged } = volume;
      if (logged < FEWEST_ROWS_TO_JUDGE) return null;
      // Rows of the log are what was seen: where they are a sample, there are fewer than predictions.
      const seen = Math.round((refusals / predictions) * logged);
      const detail = `${formatShare(refusals / predictions)} of predictions were refused, where ${formatShare(rule.above)} are allowed`;
      return { broken: binomialUpperTail(seen, logged, rule.above) < SIGNIFICANCE, detail };
    }
    case "volume":
      return {
        broken: volume.predictions < rule.below,
        detail: `there were ${formatQuantity(volume.predictions)} predictions, where at least ${formatQuantity(rule.below)} are expected`,
      };
  }
}

/**
 * Compare a report with the alerts that stand: a rule that breaks fires once, one that holds again is cleared once,
 * and one with too few rows to tell stays as it was. The alert of a rule that is no longer there is forgotten.
 *
 * @returns the state to keep, and what to tell
 */
export function evaluateAlerts(
  rules: readonly AlertRule[],
  report: VersionReport,
  standing: AlertState,
): { state: AlertState; events: AlertEvent[] } {
  const state: AlertState = {};
  const events: AlertEvent[] = [];
  for (const rule of rules) {
    const since = standing[rule.id];
    const finding = check(rule, report);
    if (finding ? finding.broken : since !== undefined) state[rule.id] = since ?? report.at;
    if (finding && finding.broken !== (since !== undefined)) {
      events.push({
        rule: rule.id,
        event: finding.broken ? "fired" : "cleared",
        at: report.at,
        detail: finding.detail,
      });
    }
  }
  return { state, events };
}
