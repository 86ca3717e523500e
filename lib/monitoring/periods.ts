import { DAY, startOfDay, type Span } from "../store/days";

/** More weeks than this are hard to read beside each other. */
const MOST_WEEKS = 26;

function weekOf(day: number): Span {
  // 1970 began on a Thursday, three days after a Monday.
  const from = day - ((((day / DAY + 3) % 7) + 7) % 7) * DAY;
  return { from, to: from + 7 * DAY };
}

function monthOf(day: number): Span {
  const date = new Date(day);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  return { from: Date.UTC(year, month), to: Date.UTC(year, month + 1) };
}

/**
 * The weeks (from Monday) or, where there would be more than 26, the calendar months that cover two days and all
 * between them, in UTC; one in which nothing happened is there too.
 */
export function periodsBetween(first: number, last: number): Span[] {
  const periodOf = (last - first) / (7 * DAY) <= MOST_WEEKS - 1 ? weekOf : monthOf;
  const periods: Span[] = [];
  for (let day = startOfDay(first); day <= last; day = periods.at(-1)!.to) periods.push(periodOf(day));
  return periods;
}
