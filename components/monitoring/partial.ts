import type { MonitoringReport, Period } from "@/lib/monitoring/report";
import { lastDays } from "@/lib/monitoring/stored";

const DAY = 86_400_000;

/** "week" or "month". */
export function periodName({ from, to }: Pick<Period, "from" | "to">): string {
  return Date.parse(to) - Date.parse(from) > 8 * DAY ? "month" : "week";
}

/** Whether a week or month lies only in part within the days that a report is about: it began before, or goes on. */
export function isPartial(
  { from, to }: Pick<Period, "from" | "to">,
  { at }: Pick<MonitoringReport, "at">,
  days: number,
): boolean {
  const span = lastDays(days, new Date(at));
  return Date.parse(from) < span.from || Date.parse(to) > span.to;
}
