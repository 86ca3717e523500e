import type { DateOrder } from "../../csv/dialect";
import { daysOfIso, isoOfDays } from "../../formula/calendar";

const TIME = String.raw`(?:(?:T|,?\s+)(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*([ap]m)?\s*(?:Z|\+00:00)?)?$`;
const pattern = (date: string) => new RegExp(`^${date}${TIME}`, "i");

/** 2015-06-30, 2015/6/30 */
const YEAR_FIRST = pattern(String.raw`(\d{4})([-/.])(\d{1,2})\2(\d{1,2})`);
/** 20150630T143000 */
const COMPACT = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)$/;
/** 30.06.2015: where points are written, the day comes first. */
const POINTS = pattern(String.raw`(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})`);
/** 30/06/2015 and 06/30/2015 */
const YEAR_LAST = pattern(String.raw`(\d{1,2})([-/])(\d{1,2})\2(\d{4})`);
/** 30 Jun 2015, 30-June-2015 */
const DAY_NAME = pattern(String.raw`(\d{1,2})[\s-]([a-z]{3,9})\.?,?[\s-](\d{4})`);
/** Jun 30, 2015 */
const NAME_DAY = pattern(String.raw`([a-z]{3,9})\.?\s(\d{1,2}),?\s(\d{4})`);

const MONTHS = "january february march april may june july august september october november december".split(" ");

type Clock = (string | undefined)[];

/**
 * The ISO dates that a text can mean, in any usual way to write one: "2015-06-30", "2015/06/30 14:30:00", "30.06.2015",
 * "30 Jun 2015". A text as 03/04/2015 means two, unless an order is given; 30/06/2015 means one either way.
 *
 * @returns none where it is no date
 */
export function readDateText(text: string, order?: DateOrder): string[] {
  const trimmed = text.trim();
  const first = YEAR_FIRST.exec(trimmed);
  if (first) return isoDates([[first[1]!, first[3]!, first[4]!]], first.slice(5));
  const compact = COMPACT.exec(trimmed);
  if (compact) return isoDates([[compact[1]!, compact[2]!, compact[3]!]], compact.slice(4));
  const points = POINTS.exec(trimmed);
  if (points) return isoDates([[points[3]!, points[2]!, points[1]!]], points.slice(4));
  const last = YEAR_LAST.exec(trimmed);
  if (last) {
    const [, one, , two, year] = last as unknown as [string, string, string, string, string];
    const orders: Record<DateOrder, [string, string, string]> = {
      "day first": [year, two, one],
      "month first": [year, one, two],
    };
    return isoDates(order ? [orders[order]] : Object.values(orders), last.slice(5));
  }
  const named = DAY_NAME.exec(trimmed);
  if (named) return isoDates([[named[3]!, monthOf(named[2]!), named[1]!]], named.slice(4));
  const american = NAME_DAY.exec(trimmed);
  return american ? isoDates([[american[3]!, monthOf(american[1]!), american[2]!]], american.slice(4)) : [];
}

/**
 * The order of days and months in the texts of a table: that in which all of them are dates, as 30/06/2015 tells.
 *
 * @returns undefined where the texts do not tell
 */
export function dateOrderOf(texts: Iterable<string>): DateOrder | undefined {
  let [day, month] = [false, false];
  for (const text of texts) {
    const isDay = readDateText(text, "day first").length > 0;
    const isMonth = readDateText(text, "month first").length > 0;
    day ||= isDay && !isMonth;
    month ||= isMonth && !isDay;
  }
  return day === month ? undefined : day ? "day first" : "month first";
}

/** A month by its English name or the beginning of it; 0 where there is none. */
function monthOf(name: string): string {
  return String(MONTHS.findIndex((month) => month.startsWith(name.toLowerCase())) + 1);
}

/** Each date that there is, once. */
function isoDates(dates: [year: string, month: string, day: string][], clock: Clock): string[] {
  const found = dates.flatMap(([year, month, day]) => {
    const days = daysOfIso(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}${timeOf(clock)}`);
    return Number.isNaN(days) ? [] : [isoOfDays(days)];
  });
  return [...new Set(found)];
}

function timeOf([hour, minute, second = "00", half]: Clock): string {
  if (hour === undefined) return "";
  const hours = half ? (Number(hour) % 12) + (half.toLowerCase() === "pm" ? 12 : 0) : Number(hour);
  return `T${String(hours).padStart(2, "0")}:${minute}:${second}`;
}
