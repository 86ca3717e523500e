import { binomialUpperTail } from "../math/binomial";
import { FEWEST_ROWS_TO_JUDGE } from "../model/evidence";
import type { AlertRule } from "../model/alert-rules";
import { formatCount, formatQuantity, formatShare } from "../model/format";
import { FIRES, strongestStep } from "./alert-levels";
import type { AlertStep, VersionReport } from "./report";
import { reportedInWords } from "./reported";

/** The open alerts by the id of their rule, each with the time when it opened; the caller keeps it between reports. */
export type AlertState = Record<string, string>;

export interface AlertEvent {
  rule: string;
  event: "fired" | "cleared";
  at: string;
  detail: string;
}

/** What a rule finds in a report; null where there are too few rows to tell. What is stored and sent is English. */
interface Finding {
  step: AlertStep;
  detail: string;
}

function check(rule: AlertRule, { drift, performance, volume }: VersionReport): Finding | null {
  switch (rule.metric) {
    case "drift":
      return drift.alert && { step: drift.alert, detail: drift.detail };
    case "accuracy": {
      const judged = performance.measures.filter(({ measure, alert }) => rule.measures.includes(measure) && alert);
      if (judged.length === 0) return null;
      const worse = judged.filter(({ alert }) => alert === "fire").map(({ label, detail }) => `${label}: ${detail}`);
      const subject = reportedInWords("en", performance.reported);
      return {
        step: strongestStep(judged.map(({ alert }) => alert!)),
        detail: `${subject}; ${worse.length > 0 ? worse.join("; ") : "accuracy is not worse than claimed"}`,
      };
    }
    case "refusals": {
      const { predictions, refusals, logged } = volume;
      if (logged < FEWEST_ROWS_TO_JUDGE) return null;
      const share = refusals / predictions;
      // Rows of the log are what was seen: where they are a sample, there are fewer than predictions.
      const proven = binomialUpperTail(Math.round(share * logged), logged, rule.above) <= FIRES;
      return {
        step: proven ? "fire" : share > rule.above ? "keep" : "clear",
        detail: `${formatShare(share)} of requests were refused; the limit is ${formatShare(rule.above)}`,
      };
    }
    case "volume":
      return {
        step: volume.predictions < rule.below ? "fire" : "clear",
        detail: `there were ${formatCount(volume.predictions, "request")}; at least ${formatQuantity(rule.below)} are expected`,
      };
  }
}

/**
 * Compares a report with the open alerts. An alert opens at a finding that chance seldom makes, and closes when hardly
 * any difference is left. In between, and with too few rows to tell, nothing changes. An alert whose rule was removed is
 * forgotten.
 *
 * @returns the state to keep, and what changed
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
    const event = since === undefined ? "fired" : "cleared";
    const changes = finding?.step === (since === undefined ? "fire" : "clear");
    if (changes) events.push({ rule: rule.id, event, at: report.at, detail: finding.detail });
    if (changes !== (since !== undefined)) state[rule.id] = since ?? report.at;
  }
  return { state, events };
}
