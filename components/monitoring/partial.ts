import type { MonitoringReport, Period } from "@/lib/monitoring/report";
import { lastDays } from "@/lib/monitoring/stored";
import type { Period as PeriodName } from "./words";

const DAY = 86_400_000;

export function periodName({ from, to }: Pick<Period, "from" | "to">): PeriodName {
  return Date.parse(to) - Date.parse(from) > 8 * DAY ? "month" : "week";
}

/** Whether only part of a week or month is within the days of a report: it began before, or goes on. */
export function isPartial(
  { from, to }: Pick<Period, "from" | "to">,
  { at }: Pick<MonitoringReport, "at">,
  days: number,
): boolean {
  const span = lastDays(days, new Date(at));
  return Date.parse(from) < span.from || Date.parse(to) > span.to;
}
